using System.Collections.Immutable;
using System.Globalization;
using Indices.Calculation.Targets;

namespace Dashboard.Api;

/// <summary>Forecast, path inside the year, verdicts and parts of a target as records of the interface. Pure.</summary>
internal static class TargetFigureMapping
{
    internal static string Day(DateOnly day) => day.ToString("O", CultureInfo.InvariantCulture);

    internal static TargetForecastEntry? Forecast(TargetResult result) => result.Forecast is not { } f ? null
        : new(Day(f.Day), f.Point, f.Low, f.High, f.Level, f.Probability, f.EachYearProbability, f.Events, f.EventYears);

    internal static InYearEntry? InYear(TargetResult result) => result.InYear is not { } y ? null
        : new(y.Period.ToString(), y.YearToDate, y.Share, y.Years, y.Projected, y.PathValue, y.Ratio);

    internal static CumulatedEntry? Cumulated(TargetResult result) => result.Cumulated is not { } c ? null
        : new(Day(c.Since), c.Period.ToString(), c.Value, c.AttainmentPercent, c.IsMet);

    internal static TargetVerdictsEntry? Verdicts(TargetResult result) => result.Verdicts is not { } v ? null
        : new(Of(v.FirstPublished), Of(v.LatestRevised), v.Difference?.Chinese, v.Difference?.English);

    internal static ImmutableArray<TargetMemberEntry> Members(TargetResult result) => [.. result.Members.Select(m => new TargetMemberEntry(
        m.Name, m.Period.ToString(), m.Size, result.Target.Threshold ?? 0, m.Missing, m.Reaches, m.Probability))];

    internal static ImmutableArray<TargetYearEntry> Years(TargetResult result) =>
        [.. result.Years.Select(y => new TargetYearEntry(y.Year, y.Value, y.IsMet))];

    private static VerdictEntry Of(FigureVerdict v) =>
        new(EnumName.Of(v.Verdict), v.Period.ToString(), v.Value, v.IsProvisional, v.KnownAt.ToString());
}
