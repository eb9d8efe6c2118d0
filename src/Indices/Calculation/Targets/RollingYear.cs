using Indices.Observations;
using Indices.Time;

namespace Indices.Calculation.Targets;

/// <summary>Sums over 12 months or 4 quarters, from year-to-date totals where those are published (methodology, section 3.1).</summary>
/// <remarks>Keeps hold of the observations behind each sum: no verdict may rest on a provisional one.</remarks>
internal static class RollingYear
{
    /// <summary>TTM(y, m) = YTD(y, m) + YTD(y − 1, 12) − YTD(y − 1, m), for every period that has all three.</summary>
    /// <param name="values">The merged first two months may be given here: they are what February's total is.</param>
    internal static IEnumerable<TargetFigure> FromYearToDate(SeriesView totals, SeriesView values)
    {
        Observation? At(Period period) => RollingYear.At(totals, period)
            ?? (IsFebruary(period) ? RollingYear.At(values, Period.OfMergedJanuaryFebruary(period.Year)) : null);
        var merged = totals.IsEmpty ? [] : values.Observations.Where(o => o.Period.IsMergedJanuaryFebruary && RollingYear.At(totals, o.Period) is null && RollingYear.At(totals, Period.OfMonth(o.Period.Year, 2)) is null);
        foreach (var here in totals.Observations.Concat(merged).Where(IsUsable))
        {
            var period = here.Period;
            if (period.Part == (int)period.Frequency)
                yield return TargetFigure.Of(here);
            else if (At(Period.Of(period.Frequency, period.Year - 1, (int)period.Frequency)) is { } lastYear
                && At(Period.Of(period.Frequency, period.Year - 1, period.Part)) is { } before)
                yield return TargetFigure.From(period, here.Value!.Value + lastYear.Value!.Value - before.Value!.Value, [here, lastYear, before]);
        }
    }

    /// <summary>Sums of the flows of single periods; a year's own figure where the series is annual.</summary>
    internal static IEnumerable<TargetFigure> FromFlows(SeriesView series) =>
        from here in series.Observations.Where(IsUsable)
        let parts = Window(series, here.Period)
        where parts is not null
        select TargetFigure.From(here.Period, parts.Sum(p => p.Value!.Value), parts);

    /// <summary>100 × sum of numerators / sum of denominators over the same window; never a mean of ratios.</summary>
    internal static IEnumerable<TargetFigure> Ratios(SeriesView numerators, SeriesView denominators) =>
        from here in numerators.Observations.Where(IsUsable)
        let upper = Window(numerators, here.Period)
        let lower = Window(denominators, here.Period)
        where upper is not null && lower is not null && lower.Sum(o => o.Value!.Value) != 0
        select TargetFigure.From(
            here.Period, 100 * upper.Sum(o => o.Value!.Value) / lower.Sum(o => o.Value!.Value), [.. upper, .. lower]);

    /// <summary>A figure that may be calculated with. The first year of the calendar has no year before it to be compared with.</summary>
    internal static bool IsUsable(Observation observation) =>
        observation is { Value: not null, Bound: Bound.None, Period.Year: > 1 } && !observation.Status.IsMissing() && observation.Status != ObservationStatus.Q;

    // The year that ends with a period, oldest first; null when a part is missing. Merged January-February stands for both.
    private static List<Observation>? Window(SeriesView series, Period end)
    {
        var parts = new List<Observation>();
        var period = Period.Of(end.Frequency, end.Year, end.Part);
        for (var left = (int)end.Frequency; left > 0;)
        {
            if (At(series, period) is not { } part)
                return null;
            parts.Insert(0, part);
            var length = part.Period.IsMergedJanuaryFebruary ? 2 : 1;
            if (length > left)
                return null;
            (left, period) = (left - length, period.Plus(-length));
        }
        return parts;
    }

    private static bool IsFebruary(Period period) =>
        period is { Frequency: Frequency.Monthly, Part: 2, IsMergedJanuaryFebruary: false };

    private static Observation? At(SeriesView series, Period period)
    {
        if (series.At(period) is { } own && IsUsable(own))
            return own;
        return IsFebruary(period)
            && series.At(Period.OfMergedJanuaryFebruary(period.Year)) is { } merged && IsUsable(merged) ? merged : null;
    }
}
