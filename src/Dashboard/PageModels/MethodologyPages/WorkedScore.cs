using System.Collections.Immutable;
using Dashboard.Components.MathML;
using Dashboard.PageModels.IndexPages;
using Dashboard.PageModels.MethodologyPages.Formulas;
using Indices.Calculation;
using Indices.Methodology;
using Indices.Observations;
using Indices.Releases;
using static Dashboard.Components.MathML.Notation;

namespace Dashboard.PageModels.MethodologyPages;

/// <summary>One indicator of a composite from its value to its score and its contribution.</summary>
internal static class WorkedScore
{
    private const int Digits = 6;

    internal static WorkedLine? Of(ReleaseContent release, MethodologySource source, Language language)
    {
        var withheld = Disclosure.Withheld(source.Shown.Root);
        var moved = release.Contributions.Where(c => c.From == release.Version.Period.Plus(-1)).ToDictionary(c => c.Indicator, c => Math.Abs(c.Points));
        var line = source.Shown.Leaves()
            .Where(l => !withheld.Contains(l.Indicator.Code))
            .OrderByDescending(l => moved.GetValueOrDefault(l.Indicator.Code))
            .Select(l => Scored.Of(l.Indicator, release, source))
            .FirstOrDefault(s => s is not null);
        if (line is null || release.Headline()?.Text is null)
            return null;
        return new(
            line.Indicator.Name.In(language.IsEnglish), Figures.PeriodName(release.Version.Period, language),
            DashboardUrls.In(language, DashboardUrls.Index(release.Version.Index, release.Version.Period)), release.IsSynthetic(),
            [.. Steps(line, source, language), .. WorkedContribution.Steps(line.Indicator, line.Score, release, source, language)],
            language["计算使用未舍入的数；按上面的数验算，末位可能相差 1。", "The calculation uses unrounded numbers; with those printed here the last digit may differ by one."]);
    }

    private static IEnumerable<WorkedStep> Steps(Scored line, MethodologySource source, Language language)
    {
        var (indicator, rule) = (line.Indicator, source.Shown.Normalisation);
        var unit = IndicatorWords.Unit(indicator.Unit, language);
        var (x, g, score) = (Text(line.Value), Text(line.G), Text(line.Score));
        yield return new(language["指标值", "Value"], language[
            $"{indicator.Name.Chinese}（单位：{unit}）为 {x}，数据处理：{TransformWords.Of(indicator, source.Catalogue, language)}。",
            $"{indicator.Name.In(true)} (unit: {unit}) is {x}; processing: {TransformWords.Of(indicator, source.Catalogue, language)}."], null);
        yield return new(language["位置", "Position"], language[
            $"最差标杆 {Text(line.Worst)}，最优标杆 {Text(line.Best)}，{IndicatorWords.Of(indicator.Scale, language)}。",
            $"Worst goalpost {Text(line.Worst)}, best goalpost {Text(line.Best)}, {IndicatorWords.Of(indicator.Scale, language)}."],
            Row(ScoreFormulas.Position(indicator.Scale, Number(x), Number(Text(line.Worst)), Number(Text(line.Best)), "g"), "≈", Number(g)));
        yield return new(language["得分", "Score"], "",
            Row("S =", ScoreFormulas.Score(rule, Number(g), indicator.CapAtBest), "≈", Number(score)));
    }

    private static string Text(double value) => Figures.Significant(value, Digits);

    /// <summary>An indicator whose published score follows from its published value and public goalposts.</summary>
    private sealed record Scored(Indicator Indicator, double Value, double Worst, double Best, double G, double Score)
    {
        internal static Scored? Of(Indicator indicator, ReleaseContent release, MethodologySource source)
        {
            var published = release.Scores.FirstOrDefault(s => s.Indicator == indicator.Code);
            if (published is not { Value: { } x, Score: { } score, Status: ObservationStatus.A or ObservationStatus.P }
                || Goalpost(indicator.Worst, FrozenParameters.Worst(source.Shown.Version, indicator.Code), source) is not { } worst
                || Goalpost(indicator.Best, FrozenParameters.Best(source.Shown.Version, indicator.Code), source) is not { } best)
                return null;
            var g = (F(x) - F(worst)) / (F(best) - F(worst));
            var rule = source.Shown.Normalisation;
            var capped = Math.Min(Math.Max(g, rule.GMin ?? double.NegativeInfinity), Math.Min(rule.GMax ?? double.PositiveInfinity, indicator.CapAtBest ? 1 : double.PositiveInfinity));
            // A release made with other numbers than the page shows would teach wrong arithmetic.
            return Math.Abs(rule.A + rule.B * capped - score) < 1e-6 ? new(indicator, x, worst, best, g, score) : null;

            double F(double value) => indicator.Scale == GoalpostScale.Log ? Math.Log(value) : value;
        }

        private static double? Goalpost(Goalpost goalpost, string key, MethodologySource source) => goalpost.Number ?? source.Frozen.Find(key);
    }
}
