using Indices.Time;

namespace Indices.Calculation.Targets.Forecasts;

/// <summary>The items that lead up to the newest one without a gap, oldest first. A change over a gap would be of another length.</summary>
internal static class UnbrokenRun
{
    /// <summary>One a year: the newest, the same day of the year before, and so on, whatever their frequencies.</summary>
    internal static List<T> Yearly<T>(IEnumerable<T> items, T newest, Func<T, Period> period) where T : class =>
        Back(items, newest, period, p => p.YearBefore.End);

    /// <summary>Neighbouring periods of the newest one's frequency; January and February may be one.</summary>
    internal static List<T> Neighbours<T>(IEnumerable<T> items, T newest, Func<T, Period> period) where T : class =>
        Back(items.Where(item => period(item).Frequency == period(newest).Frequency), newest, period, p => p.Start.AddDays(-1));

    private static List<T> Back<T>(IEnumerable<T> items, T newest, Func<T, Period> period, Func<Period, DateOnly> endBefore) where T : class
    {
        var byEnd = items.GroupBy(item => period(item).End).ToDictionary(g => g.Key, g => g.MaxBy(item => period(item).IsMergedJanuaryFebruary)!);
        var run = new List<T>();
        for (T? item = newest; item is not null; item = period(item).Year > 1 ? byEnd.GetValueOrDefault(endBefore(period(item))) : null)
            run.Add(item);
        run.Reverse();
        return run;
    }
}
