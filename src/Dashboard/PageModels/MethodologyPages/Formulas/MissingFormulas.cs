using Dashboard.Components.MathML;
using static Dashboard.Components.MathML.Notation;

namespace Dashboard.PageModels.MethodologyPages.Formulas;

/// <summary>What stands in for a value that is overdue (methodology, section 3.5).</summary>
internal static class MissingFormulas
{
    internal static FormulaSheet Of(Language language) => new(
        "formula-missing", language["缺失数据：沿用与同组变动", "Missing data: carried forward, then moved with siblings"],
        language[
            "到期未到的数先沿用；超过沿用上限后，得分按同组有数据的指标的变动推算，等于把该指标暂时放在一边而不让指数跳动。",
            "An overdue value is carried forward; beyond its limit the score moves as its observed siblings do, which equals leaving the indicator aside without a jump."],
        [
            new(language["沿用", "carried forward"], Row(Sub("x", "k, t"), "=", Sub("x", "k, t − 1"))),
            new(language["随同组变动", "moved with siblings"], Row(
                Sub("S", "k, t"), "=", Sub("S", "k, t − 1"), "×",
                Over(Row(Sum("j ∈ O"), Sub("w", "j"), Sub("S", "j, t")), Row(Sum("j ∈ O"), Sub("w", "j"), Sub("S", "j, t − 1"))))),
        ],
        [new("O", language["同组中两期都有数据的指标", "siblings observed in both periods"])]);
}
