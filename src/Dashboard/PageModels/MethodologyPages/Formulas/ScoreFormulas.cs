using Dashboard.Components.MathML;
using Indices.Methodology;
using static Dashboard.Components.MathML.Notation;

namespace Dashboard.PageModels.MethodologyPages.Formulas;

/// <summary>The score between fixed goalposts, with the file's own numbers (methodology, section 4).</summary>
internal static class ScoreFormulas
{
    internal static FormulaSheet Of(IndexMethodology methodology, Language language)
    {
        var rule = methodology.Normalisation;
        var capped = methodology.Root.Indicators.Count(i => i.CapAtBest);
        return new(
            "formula-score", language["得分：定基功效系数法", "Score: efficacy between fixed goalposts"],
            Explanation(rule, language),
            [
                .. methodology.Root.Indicators.Select(i => i.Scale).Distinct().Order().Select(scale =>
                    new FormulaLine(IndicatorWords.Of(scale, language), Position(scale, Sub("x", "k, t"), Sub("W", "k"), Sub("B", "k"), Sub("g", "k, t")))),
                new(language["得分", "score"], Row(Sub("S", "k, t"), "=", Score(rule, Sub("g", "k, t"), isCapped: false))),
                .. capped == 0 ? Array.Empty<FormulaLine>() : [new(
                    language[$"以最优标杆封顶的 {capped} 项指标", $"the {capped} indicators capped at the best goalpost"],
                    Row(Sub("S", "k, t"), "=", Score(rule, Sub("g", "k, t"), isCapped: true)))],
            ],
            [
                new(Sub("x", "k, t"), language["指标 k 在 t 期的值", "value of indicator k in period t"]),
                new(Row(Sub("W", "k"), ",", Sub("B", "k")), language["最差标杆与最优标杆；逆向指标 B 小于 W，公式不变", "worst and best goalpost; for a negative indicator B is below W and the formula is the same"]),
                new(Sub("g", "k, t"), language["在两个标杆之间的位置：0 为最差，1 为最优", "position between the goalposts: 0 at the worst, 1 at the best"]),
                new(Sub("S", "k, t"), language["得分", "score"]),
            ]);
    }

    /// <summary>g = (f(x) − f(W)) / (f(B) − f(W)).</summary>
    internal static Term Position(GoalpostScale scale, Term x, Term worst, Term best, Term g) => scale == GoalpostScale.Log
        ? Row(g, "=", Over(Row(Apply("ln", x), "−", Apply("ln", worst)), Row(Apply("ln", best), "−", Apply("ln", worst))))
        : Row(g, "=", Over(Row(x, "−", worst), Row(best, "−", worst)));

    /// <summary>a + b · min(max(g, g_min), g_max), without the caps that the file does not have.</summary>
    internal static Term Score(Normalisation rule, Term g, bool isCapped)
    {
        var limited = rule.GMin is { } low ? Apply("max", g, ",", Number(Figures.Shortest(low))) : g;
        double? high = isCapped ? Math.Min(1.0, rule.GMax ?? 1.0) : rule.GMax;
        if (high is { } top)
            limited = Apply("min", limited, ",", Number(Figures.Shortest(top)));
        return (rule.A, rule.B) switch
        {
            (0.0, 1.0) => limited,
            (0.0, var b) => Row(Number(Figures.Shortest(b)), "×", limited),
            var (a, b) => Row(Number(Figures.Shortest(a)), "+", Number(Figures.Shortest(b)), "×", limited),
        };
    }

    private static string Explanation(Normalisation rule, Language language)
    {
        var (low, high) = (rule.GMin * rule.B + rule.A, rule.GMax * rule.B + rule.A);
        var range = (low, high) switch
        {
            ({ } from, { } to) => language[$"得分限于 {Figures.Shortest(from)} 至 {Figures.Shortest(to)}。", $" Scores lie between {Figures.Shortest(from)} and {Figures.Shortest(to)}."],
            ({ } from, null) => language[$"得分不低于 {Figures.Shortest(from)}。", $" Scores are at least {Figures.Shortest(from)}."],
            (null, { } to) => language[$"得分不高于 {Figures.Shortest(to)}。", $" Scores are at most {Figures.Shortest(to)}."],
            _ => "",
        };
        return language[
            $"看指标值落在最差和最优两个固定标杆之间的什么位置：恰在最差标杆得 {Figures.Shortest(rule.A)} 分，恰在最优标杆得 {Figures.Shortest(rule.A + rule.B)} 分。{range}标杆只随版本改动，新数据不会改写过去的得分。",
            $"Where the value stands between two fixed goalposts: at the worst it scores {Figures.Shortest(rule.A)}, at the best {Figures.Shortest(rule.A + rule.B)}.{range} Goalposts change with a version alone, so new data never rewrite past scores."];
    }
}
