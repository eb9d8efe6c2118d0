using Indices.Time;

namespace Indices.Calculation.Composite;

/// <summary>What the next version of a methodology should look at (methodology, sections 3.5 and 3.6).</summary>
internal static class VersionReview
{
    internal static IEnumerable<Warning> Warnings(VersionRun run, Period last) =>
        ReplacementsDue(run, last).Concat(GoalpostReviewsDue(run, last));

    /// <summary>Indicators imputed for twice their limit: the next version should do without them.</summary>
    private static IEnumerable<Warning> ReplacementsDue(VersionRun run, Period last) =>
        from scoring in run.Indicators
        where scoring.Availability.At(last).Overdue > 2 * scoring.Indicator.CarryForwardLimit
        select new Warning(
            $"{scoring.Indicator.Name.Chinese}长期缺数，应修订方法并剔除该指标",
            $"{scoring.Indicator.Name.In(true)} has been missing for long; a version without it is due");

    /// <summary>Indicators whose score was held by a cap in two of their own periods within a year.</summary>
    private static IEnumerable<Warning> GoalpostReviewsDue(VersionRun run, Period last) =>
        from scoring in run.Indicators
        where scoring.Series.Observed.Count(period => period.End <= last.End && period.End > last.YearBefore.End && IsCapped(scoring, period)) >= 2
        select new Warning(
            $"{scoring.Indicator.Name.Chinese}一年内两次触及得分上下限，下一版本应复核其标杆值",
            $"{scoring.Indicator.Name.In(true)} met the cap of its score twice within a year; the next version should review its goalposts");

    // A cap at the best goalpost is meant to bind.
    private static bool IsCapped(IndicatorScoring scoring, Period period)
    {
        var rule = scoring.Version.Normalisation;
        return scoring.Goalposts.Score(scoring.Series.At(period)!.Value.Value, rule).G is { } g && (g < rule.GMin || g > rule.GMax);
    }
}
