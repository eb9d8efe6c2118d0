using Indices.Observations;
using Indices.Time;

namespace Indices.Calculation.Composite;

/// <summary>Flows published as totals since 1 January (methodology, section 3.1). No single month is ever made from them.</summary>
internal sealed class YearToDate(SeriesView totals, SeriesView values)
{
    internal bool IsEmpty => totals.IsEmpty;

    /// <summary>Sum of the year that ends with the period: YTD(y, m) + YTD(y−1, last) − YTD(y−1, m).</summary>
    internal Reading? YearEnding(Period period)
    {
        if (At(period) is not { } current || period.Part == (int)period.Frequency)
            return At(period);
        var yearBefore = Period.Of(period.Frequency, period.Year - 1, (int)period.Frequency);
        if (At(yearBefore) is not { } whole || At(period.YearBefore) is not { } same)
            return null;
        return current.With(whole, 0).With(same, current.Value + whole.Value - same.Value);
    }

    // The merged first two months are what February's total is.
    private Reading? At(Period period) => Reading.Of(totals.At(period)) ?? (period is { Frequency: Frequency.Monthly, Part: 2 }
        ? Merged(totals, period) ?? Merged(values, period)
        : null);

    private static Reading? Merged(SeriesView view, Period february) =>
        Reading.Of(view.At(Period.OfMergedJanuaryFebruary(february.Year)));
}
