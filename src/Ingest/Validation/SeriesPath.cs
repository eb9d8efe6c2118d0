using Indices.Calculation.Statistics;
using Indices.Observations;
using Indices.Time;

namespace Ingest.Validation;

/// <summary>The values of one series at one frequency, and how it usually moves from period to period and from year to year.</summary>
/// <remarks>
/// A series that was always positive moves by ratios, whose logarithms are compared; any other by differences. The usual
/// moves are those of the values it was made with; values added later are compared with, but do not change them.
/// </remarks>
internal sealed class SeriesPath
{
    private const double LogFloor = 0.05;
    private const double LogFloorOfFew = 0.25;
    private const double LevelFloor = 0.02;

    private const double Tiny = 1e-9;

    private readonly SortedList<Period, double> _values;
    private readonly bool _isYearToDate;
    private readonly Moves _logs;
    private readonly Lazy<Moves> _differences;

    /// <param name="usual">Values whose moves are the usual ones.</param>
    /// <param name="compared">Values that new ones are compared with.</param>
    /// <param name="measure">A year-to-date series starts anew each January, so it is compared across years by its place in the year alone.</param>
    internal SeriesPath(IEnumerable<KeyValuePair<Period, double>> usual, IEnumerable<KeyValuePair<Period, double>> compared, string measure)
    {
        _isYearToDate = measure == Measures.YearToDate;
        _values = new(usual.ToDictionary());
        IsPositive = _values.Values.All(v => v > 0);
        _logs = IsPositive ? MovesOf(_values, (from, to) => Math.Log(to / from), LogFloor, LogFloorOfFew) : default;
        var own = _values;
        // Few series need them.
        _differences = new(() => DifferencesOf(own));
        _values = new(compared.ToDictionary());
    }

    /// <summary>Every usual value is above zero.</summary>
    internal bool IsPositive { get; }

    internal double? At(Period period) => _values.TryGetValue(period, out var value) ? value : null;

    /// <summary>What later values are compared with, too.</summary>
    internal void Add(Period period, double value) => _values[period] = value;

    /// <summary>The value that a new one is first compared with: the one before, or the same period's of a year ago.</summary>
    internal KeyValuePair<Period, double>? Neighbour(Period period) => Previous(period) ?? YearAgo(period);

    /// <summary>
    /// How many deviations from the usual a value is, by the comparison that it does best in: with the period before, or
    /// with the same period of the year before. A season that always jumps is usual; null when there is nothing to compare with.
    /// </summary>
    internal double? Deviations(Period period, double value)
    {
        var byRatio = IsPositive && value > 0;
        double Change(double from) => byRatio ? Math.Log(value / from) : value - from;
        var moves = byRatio ? _logs : _differences.Value;
        double? best = null;
        if (Previous(period) is { } previous)
            best = moves.Steps.Deviations(Change(previous.Value), Math.Max(1, period.Since(previous.Key)));
        if (YearAgo(period) is { } year && moves.Years.Deviations(Change(year.Value), 1) is var byYear
            && (best is not { } step || Math.Abs(byYear) < Math.Abs(step)))
            best = byYear;
        return best;
    }

    private KeyValuePair<Period, double>? Previous(Period period) => Previous(_values, period);

    private KeyValuePair<Period, double>? YearAgo(Period period) => YearAgo(_values, period);

    /// <summary>The nearest period before that has a value, within the year where totals start anew.</summary>
    private KeyValuePair<Period, double>? Previous(SortedList<Period, double> values, Period period)
    {
        var place = PlaceOf(values, period) - 1;
        return place < 0 || (_isYearToDate && values.Keys[place].Year != period.Year) ? null : KeyValuePair.Create(values.Keys[place], values.Values[place]);
    }

    private KeyValuePair<Period, double>? YearAgo(SortedList<Period, double> values, Period period) =>
        period.Year > 1 && values.TryGetValue(period.YearBefore, out var value) && period.YearBefore != Previous(values, period)?.Key ? new(period.YearBefore, value) : null;

    private Moves DifferencesOf(SortedList<Period, double> values)
    {
        var size = values.Count == 0 ? 1 : Quantiles.Of([.. values.Values.Select(Math.Abs)], 0.5);
        return MovesOf(values, (from, to) => to - from, Math.Max(LevelFloor * size, Tiny), Math.Max(LogFloorOfFew * size, Tiny));
    }

    private Moves MovesOf(SortedList<Period, double> values, Func<double, double, double> change, double floor, double floorOfFew)
    {
        var (steps, years) = (new List<double>(), new List<double>());
        foreach (var (period, value) in values)
        {
            if (Previous(values, period) is { } previous)
                steps.Add(change(previous.Value, value));
            if (YearAgo(values, period) is { } year)
                years.Add(change(year.Value, value));
        }
        return new(Spread.Of(steps, floor, floorOfFew), Spread.Of(years, floor, floorOfFew));
    }

    private static int PlaceOf(SortedList<Period, double> values, Period period)
    {
        var (low, high) = (0, values.Count);
        // Values are mostly added and asked for in the order of time.
        if (high > 0 && values.Keys[high - 1] < period)
            return high;
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (values.Keys[middle] < period)
                low = middle + 1;
            else
                high = middle;
        }
        return low;
    }

    private readonly record struct Moves(Spread Steps, Spread Years);
}
