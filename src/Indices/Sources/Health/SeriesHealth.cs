using Indices.Observations;
using Indices.Time;

namespace Indices.Sources.Health;

/// <summary>Judges one series of a source: what is over, what is due, what is there.</summary>
internal static class SeriesHealth
{
    /// <param name="newest">The newest period that is there, or null.</param>
    /// <param name="today">In the office's clock.</param>
    internal static SeriesState Of(SourceSeries series, Expectation expected, int lag, Period? newest, DateOnly today)
    {
        var over = Last(series, expected.Frequency, today.AddDays(-1));
        var due = Last(series, expected.Frequency, today.AddDays(-lag - 1));
        if (newest is { } known && known.End >= over.End)
            return new(series, expected.Name, SourceCondition.Complete, newest, null, null, 0);
        var awaited = newest is { } last ? Next(series, Period.Containing(last.End, expected.Frequency)) : due;
        var late = 0;
        for (var period = awaited; period.End <= due.End && late < 2; period = Next(series, period))
            late++;
        var condition = late switch { 0 => SourceCondition.Due, 1 when newest is not null => SourceCondition.Late, _ => SourceCondition.Stale };
        return new(series, expected.Name, condition, newest, awaited, OfficeClock.At(awaited.End.AddDays(lag + 1).ToDateTime(TimeOnly.MinValue)).ToUniversalTime(), late);
    }

    /// <summary>The newest period that ended by a day.</summary>
    private static Period Last(SourceSeries series, Frequency frequency, DateOnly day)
    {
        var period = Period.Containing(day, frequency);
        period = period.End <= day ? period : period.Plus(-1);
        return IsExpected(series, period) ? period : period.Plus(-1);
    }

    private static Period Next(SourceSeries series, Period period) =>
        IsExpected(series, period.Plus(1)) ? period.Plus(1) : period.Plus(2);

    // Totals since January begin with February: what is published then covers both months.
    private static bool IsExpected(SourceSeries series, Period period) =>
        series.Measure != Measures.YearToDate || period.Frequency != Frequency.Monthly || period.Part != 1;
}
