using Dashboard.Components.MathML;
using static Dashboard.Components.MathML.Notation;

namespace Dashboard.PageModels.MethodologyPages.Formulas;

/// <summary>Draws and shares of variance of the uncertainty analysis (methodology, section 12; Saltelli et al. 2010, Jansen 1999).</summary>
internal static class UncertaintyFormulas
{
    internal static FormulaSheet Of(Language language) => new(
        "formula-uncertainty", language["不确定性：抽样与敏感性", "Uncertainty: draws and sensitivity"],
        language[
            "每次抽样改变权重、方法选项和数据修订，重算指数。敏感性指出指数的不确定主要来自哪一组输入：一阶份额是该组单独的作用，总份额还包括它与其他组的共同作用。",
            "Every draw changes weights, choices of method and revisions of data, and computes the index anew. Sensitivity says which group of inputs the uncertainty comes from: the first-order share is its effect alone, the total share adds what it does together with others."],
        [
            new(language["权重", "weights"], Row(Sub("w′", "k"), "=", Over(Row(Sub("w", "k"), Sub("u", "k")), Row(Sum("j"), Sub("w", "j"), Sub("u", "j"))))),
            new(language["修订误差", "revision error"], Row(Sub("x′", "k"), "=", Sub("x", "k"), Parens("1 +", Sub("σ", "k"), Sub("z", "k")))),
            new(language["一阶份额", "first-order share"], Row(Sub("S", "i"), "=", Over("1", "N V"), Sum("j"),
                Parens("f", Sub(Parens("B"), "j"), "−", Sub("f", "0")), Parens("f", Sub(Parens(SubSup("A", "B", "i")), "j"), "−", "f", Sub(Parens("A"), "j")))),
            new(language["总份额", "total share"], Row(Sub("T", "i"), "=", Over("1", "2 N V"), Sum("j"),
                Sup(Parens("f", Sub(Parens("A"), "j"), "−", "f", Sub(Parens(SubSup("A", "B", "i")), "j")), "2"))),
        ],
        [
            new(Sub("u", "k"), language["均匀分布的随机数", "uniform random number"]),
            new(Sub("z", "k"), language["截尾标准正态随机数", "truncated standard normal number"]),
            new("A , B", language["两组抽样", "two samples of draws"]),
            new(SubSup("A", "B", "i"), language["A 中第 i 组输入换成 B 的", "A with the inputs of group i taken from B"]),
            new("N , V", language["抽样次数与指数的方差", "number of draws and variance of the index"]),
        ]);
}
