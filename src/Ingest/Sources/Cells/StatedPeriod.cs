using Indices.Time;

namespace Ingest.Sources.Cells;

/// <summary>A period as a text states it, before it is known at which frequency its series is measured.</summary>
internal readonly record struct StatedPeriod
{
    private enum Extent { Year, Quarter, Month, SinceJanuary, End }

    private Extent Kind { get; init; }

    // Quarter, or the month that ends the period; 1 for a year.
    private int Part { get; init; }

    // The text says 累计; without it 1-2月 is the merged first period that stands in place of January and February.
    private bool IsTotal { get; init; }

    /// <summary>Null when the text leaves it to the title of its table.</summary>
    internal int? Year { get; init; }

    /// <summary>True for a total since 1 January that the text itself says to be one.</summary>
    internal bool IsYearToDate => Kind is Extent.SinceJanuary && (IsTotal || Part > 2);

    internal static StatedPeriod OfYear(int year) => new() { Kind = Extent.Year, Year = year, Part = 1 };

    internal static StatedPeriod OfQuarter(int? year, int quarter) => new() { Kind = Extent.Quarter, Year = year, Part = quarter };

    internal static StatedPeriod OfMonth(int? year, int month) => new() { Kind = Extent.Month, Year = year, Part = month };

    internal static StatedPeriod EndOf(int? year, int month) => new() { Kind = Extent.End, Year = year, Part = month };

    internal static StatedPeriod SinceJanuary(int? year, int month, bool isTotal) =>
        new() { Kind = Extent.SinceJanuary, Year = year, Part = month, IsTotal = isTotal };

    internal static StatedPeriod Of(Period period) => period switch
    {
        { IsMergedJanuaryFebruary: true } => SinceJanuary(period.Year, 2, false),
        { Frequency: Frequency.Annual } => OfYear(period.Year),
        { Frequency: Frequency.Quarterly } => OfQuarter(period.Year, period.Part),
        _ => OfMonth(period.Year, period.Part),
    };

    /// <summary>True when it says no more than a year.</summary>
    internal bool IsYear => Kind is Extent.Year;

    private int LastMonth => Kind switch
    {
        Extent.Year => 12,
        Extent.Quarter => 3 * Part,
        _ => Part,
    };

    /// <summary>The total since January up to where this ends; a bare year does not say where.</summary>
    internal StatedPeriod? Total => IsYear ? null : SinceJanuary(Year, LastMonth, true);

    /// <summary>The state at the end of this.</summary>
    internal StatedPeriod End => EndOf(Year, LastMonth);

    /// <summary>The last month, or quarter where the series has no months, of a total since January; anything else is itself.</summary>
    internal StatedPeriod Current(IReadOnlyList<Frequency> frequencies)
    {
        if (Kind is not Extent.SinceJanuary || (Part == 2 && !IsTotal))
            return this;
        return frequencies.Contains(Frequency.Monthly) || Part % 3 != 0 ? OfMonth(Year, Part) : OfQuarter(Year, Part / 3);
    }

    /// <summary>The period at the frequency of its series, and whether a value of it is a total since 1 January.</summary>
    /// <param name="frequencies">Of the series; empty when it is not known.</param>
    /// <returns>Null when the year is missing, or what is stated does not end a period of the series.</returns>
    internal (Period Period, bool IsYearToDate)? In(IReadOnlyList<Frequency> frequencies)
    {
        if (Year is not { } year)
            return null;
        var stated = this;
        return Kind switch
        {
            Extent.Year => (Period.OfYear(year), false),
            // Its first quarter is what a monthly series has accumulated by March.
            Extent.Quarter when Part == 1 && frequencies is [Frequency.Monthly] => (Period.OfMonth(year, 3), true),
            Extent.Quarter => (Period.OfQuarter(year, Part), false),
            Extent.Month => (Period.OfMonth(year, Part), false),
            Extent.SinceJanuary when Part == 2 => (Period.OfMergedJanuaryFebruary(year), IsTotal),
            Extent.SinceJanuary when Part == 1 => (Period.OfMonth(year, 1), IsTotal),
            _ => Known(frequencies).Select(f => stated.Ending(year, f)).FirstOrDefault(found => found is not null),
        };
    }

    private (Period Period, bool IsYearToDate)? Ending(int year, Frequency frequency)
    {
        if (Part * (int)frequency % 12 != 0)
            return null;
        var period = Period.Of(frequency, year, Part * (int)frequency / 12);
        return (period, Kind is Extent.SinceJanuary && frequency is not Frequency.Annual);
    }

    private static IEnumerable<Frequency> Known(IReadOnlyList<Frequency> frequencies) =>
        frequencies.Count > 0 ? frequencies.OrderDescending() : [Frequency.Monthly];
}
