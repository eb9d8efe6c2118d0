using Indices.Methodology;
using Indices.Observations;
using Indices.Time;

namespace Indices.Calculation.Composite;

/// <summary>What ratios and spreads are taken against, at the reference period of the numerator (methodology, section 3.3).</summary>
/// <param name="entry">Null when the catalogue does not know the code; the series is then used as found.</param>
/// <param name="isMean">Longer periods take the mean of the shorter ones inside them, not the last.</param>
internal sealed class DenominatorSeries(Denominator? entry, SeriesView view, bool isMean)
{
    private readonly Reading[] _yearEnds = [.. YearEnds(view).Select(o => Reading.Of(o)!.Value)];
    private readonly int[] _years = [.. YearEnds(view).Select(o => o.Period.Year)];

    /// <summary>The period's own value; else made from shorter periods; else, for a period within a year, from annual values.</summary>
    internal Reading? At(Period period) =>
        Reading.Of(view.At(period))
        ?? FromShorter(period)
        ?? (period.Frequency == Frequency.Annual ? null
            : entry is { Interpolate: true } ? BetweenYearEnds(period) : OfYear(period.Year));

    private Reading? FromShorter(Period period)
    {
        var shorter = view.Observations.Select(o => o.Period.Frequency).Where(f => f > period.Frequency).DefaultIfEmpty().Min();
        if (shorter == default)
            return null;
        if (!isMean)
            return Reading.Of(view.At(period.Last(shorter)));
        var count = (int)shorter / (int)period.Frequency;
        var sum = Window.Sum(p => Reading.Of(view.At(p)), period.Last(shorter), count, mergedWeight: 2.0);
        return sum is { } total ? total with { Value = total.Value / count } : null;
    }

    private Reading? OfYear(int year)
    {
        var at = Array.FindLastIndex(_years, y => y <= year);
        return at < 0 ? null : _years[at] == year ? _yearEnds[at] : _yearEnds[at].Estimated;
    }

    // Beyond the last year-end the last one is held: a growth rate would be a forecast.
    private Reading? BetweenYearEnds(Period period)
    {
        var yearsRun = period.Year + period.Part / (double)period.Frequency;
        var below = Array.FindLastIndex(_years, y => y + 1 <= yearsRun);
        if (below < 0 || _years[below] + 1 == yearsRun)
            return below < 0 ? null : _yearEnds[below];
        if (below == _years.Length - 1)
            return _yearEnds[below].Estimated;
        var share = (yearsRun - (_years[below] + 1)) / (_years[below + 1] - _years[below]);
        var (from, to) = (_yearEnds[below], _yearEnds[below + 1]);
        return from.With(to, from.Value + (to.Value - from.Value) * share);
    }

    private static IEnumerable<Observation> YearEnds(SeriesView view) =>
        view.Observations.Where(o => o.Period.Frequency == Frequency.Annual && Reading.Of(o) is not null);
}
