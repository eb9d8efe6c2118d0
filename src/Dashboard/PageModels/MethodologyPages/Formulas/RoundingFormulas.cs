using Dashboard.Components.MathML;
using Indices.Methodology;
using static Dashboard.Components.MathML.Notation;

namespace Dashboard.PageModels.MethodologyPages.Formulas;

/// <summary>From the unrounded number to the published one.</summary>
internal static class RoundingFormulas
{
    internal static FormulaSheet Of(IndexMethodology methodology, Language language)
    {
        var rule = methodology.Rounding;
        return new(
            "formula-rounding", language["取整", "Rounding"], RuleWords.Of(rule, language),
            [
                new("", Row(
                    Sub("r", "d"), "(", "x", ")", "=", Apply("sgn", "x"), "·",
                    Over(new Fence("⌊", Row("|", "x", "|", "·", Sup("10", "d"), "+", Over("1", "2")), "⌋"), Sup("10", "d")))),
                new("", Row("d =", Number(Figures.Shortest(rule.Index)), Words("\u00a0" + language["（指数）", "(index)"]), ",", "d =",
                    Number(Figures.Shortest(rule.Contribution)), Words("\u00a0" + language["（贡献）", "(contributions)"]))),
            ],
            []);
    }
}
