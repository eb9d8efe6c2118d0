using Dashboard.Components.MathML;
using Indices.Methodology;
using static Dashboard.Components.MathML.Notation;

namespace Dashboard.PageModels.MethodologyPages.Formulas;

/// <summary>The publication gate with the file's numbers (methodology, section 8).</summary>
internal static class GateFormulas
{
    internal static FormulaSheet Of(IndexMethodology methodology, Language language)
    {
        var rule = methodology.Coverage;
        return new(
            "formula-gate", language["公布条件：覆盖率", "Publication gate: coverage"],
            language[
                "有数据或尚未到期的指标所占的有效权重叫覆盖率。覆盖率不足时当期不公布，并说明原因；不能由人工放行。",
                "Coverage is the effective weight of the indicators that are observed or not yet due. Below the gate the period is not published, with its reason; nobody can override it."],
            [
                new(language["覆盖率", "coverage"], Row(
                    Sub("c", "t"), "=", Sum("k"), Sub("ω", "k"), Sub("o", "k, t"))),
                new(language["公布指数", "the index is published if"], Row(
                    Sub("c", "t"), "≥", Share(rule.IndexMinimum), ",", Sub("c", "p, t"), "≥", Share(rule.PillarMinimum))),
                new(language["标注可靠性低", "flagged as of low reliability if"], Row(Sub("c", "t"), "<", Share(rule.LowReliabilityBelow))),
            ],
            [
                new(Sub("ω", "k"), language["有效权重，即自上而下各层权重之积", "effective weight: the product of the weights on the way down"]),
                new(Sub("o", "k, t"), language["有数据或未到期为 1，否则为 0", "1 if observed or not yet due, otherwise 0"]),
                new(Sub("c", "p, t"), language["分项的覆盖率", "coverage of a group"]),
            ]);
    }

    private static Term Share(double share) => Number(Figures.Shortest(share));
}
