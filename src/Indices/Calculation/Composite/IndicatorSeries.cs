using Indices.Methodology;
using Indices.Observations;
using Indices.Time;

namespace Indices.Calculation.Composite;

/// <summary>The transformed readings of one indicator in its own frequency, each computed once.</summary>
internal sealed class IndicatorSeries
{
    private readonly Period _first;
    private readonly Reading?[] _readings;

    private IndicatorSeries(Period first, Reading?[] readings) => (_first, _readings) = (first, readings);

    /// <summary>First day that could hold a reading; null when nothing was ever observed.</summary>
    internal DateOnly? Start => _readings.Length == 0 ? null : _first.Start;

    /// <param name="last">Newest period of the indicator's frequency to look at.</param>
    internal static IndicatorSeries Create(Indicator indicator, TransformChain chain, SeriesReader reader, Period last)
    {
        var years = Measures.All
            .SelectMany(measure => reader.Series(indicator.Code, measure).Observations)
            .Where(o => o.Period.Frequency == indicator.Frequency)
            .Select(o => o.Period.Year);
        var first = Period.Of(indicator.Frequency, years.DefaultIfEmpty(last.Year + 1).Min(), 1);
        var transformed = chain.Build();
        return new(first, [.. Enumerable.Range(0, Math.Max(last.Since(first) + 1, 0)).Select(i => transformed(first.Plus(i)))]);
    }

    /// <summary>Periods with a reading of their own, oldest first; January that carries December's is none.</summary>
    internal IEnumerable<Period> Observed => _readings
        .Select((reading, at) => (reading, at))
        .Where(r => r.reading is { Status: not ObservationStatus.L })
        .Select(r => _first.Plus(r.at));

    internal Reading? At(Period period)
    {
        var at = period.Since(_first);
        return at >= 0 && at < _readings.Length ? _readings[at] : null;
    }

    /// <summary>The newest period not after <paramref name="latest"/> whose reading is accepted.</summary>
    internal Period? Newest(Period latest, Func<Period, Reading, bool> isAccepted)
    {
        for (var at = Math.Min(latest.Since(_first), _readings.Length - 1); at >= 0; at--)
            if (_readings[at] is { } reading && isAccepted(_first.Plus(at), reading))
                return _first.Plus(at);
        return null;
    }
}
