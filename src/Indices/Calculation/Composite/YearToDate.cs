using Indices.Observations;
using Indices.Time;

namespace Indices.Calculation.Composite;

/// <summary>Flows published as totals since 1 January (methodology, section 3.1).</summary>
/// <param name="currency">Null where the totals are in yuan.</param>
internal sealed class YearToDate(SeriesView totals, SeriesView values, CurrencyConversion? currency = null)
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

    /// <summary>
    /// What the period itself adds: the first quarter's total, later differences, and the first two months together. January
    /// and February have none of their own, because the Spring Festival moves between them.
    /// </summary>
    internal Reading? Single(Period period)
    {
        if (period.IsMergedJanuaryFebruary)
            return At(Period.OfMonth(period.Year, 2));
        if (period is { Frequency: Frequency.Monthly, Part: <= 2 })
            return null;
        if (period.Part == 1)
            return At(period);
        return At(period) is { } now && At(period.Plus(-1)) is { } before ? now.With(before, now.Value - before.Value) : null;
    }

    private Reading? At(Period period) => currency is null ? Total(period) : currency.OfYearToDate(Total(period), period);

    // The merged first two months are what February's total is.
    private Reading? Total(Period period) => Reading.Of(totals.At(period)) ?? (period is { Frequency: Frequency.Monthly, Part: 2 }
        ? Merged(totals, period) ?? Merged(values, period)
        : null);

    private static Reading? Merged(SeriesView view, Period february) =>
        Reading.Of(view.At(Period.OfMergedJanuaryFebruary(february.Year)));
}
