using Indices.Time;

namespace Ingest.Demo;

/// <summary>One number a year: the balance at its end, or the total of the year.</summary>
internal sealed class YearPath(int first, IReadOnlyList<double> values)
{
    public double this[int year] => values[Math.Clamp(year - first, 0, values.Count - 1)];

    public int First => first;

    public YearPath Select(Func<int, double, double> value) =>
        new(first, [.. values.Select((v, i) => value(first + i, v))]);

    /// <summary>The same, never falling: a total since the beginning.</summary>
    public YearPath Rising()
    {
        var highest = double.NegativeInfinity;
        return Select((_, v) => highest = Math.Max(highest, v));
    }

    /// <summary>The balance at the end of a period, straight between the ends of two years.</summary>
    public double AtEnd(Period period)
    {
        var passed = PassedOf(period);
        return this[period.Year - 1] * (1 - passed) + this[period.Year] * passed;
    }

    /// <summary>The balance on a day.</summary>
    public double On(DateOnly day)
    {
        var passed = day.DayOfYear / 365.0;
        return this[day.Year - 1] * (1 - passed) + this[day.Year] * passed;
    }

    /// <summary>Share of the year that has passed at the end of a period.</summary>
    public static double PassedOf(Period period) => (double)period.Part / (int)period.Frequency;
}
