using System.Collections.Immutable;
using Indices.Methodology.Yaml;

namespace Indices.Methodology.Reading;

internal sealed record HolidayYear(int Year, int Line, ImmutableArray<HolidayRange> Holidays);

/// <summary>One holiday of a notice: days off, weekends among them included, and the weekend days worked in exchange.</summary>
internal sealed record HolidayRange(ImmutableArray<DateOnly> Days, ImmutableArray<DateOnly> MakeUpDays, Section Section)
{
    // No notice has ever given more; a longer range is a slip of the pen.
    private const int LongestDays = 15;

    internal static HolidayRange Read(Section s, int year)
    {
        _ = s.Text("name_zh");
        s.Recorded("name_en");
        var (from, to) = (s.Value("from", Kind.Date), s.Value("to", Kind.Date));
        var length = to.DayNumber - from.DayNumber + 1;
        var isRange = length is >= 1 and <= LongestDays;
        if (!isRange)
            s.Fault("to", $"“to”应在“from”当天或之后，且不超过 {LongestDays} 天。", $"'to' must be 'from' or later, {LongestDays} days at most.");
        else if (!Belongs(from, year) || to.Year != year)
            s.Fault("from", $"{from:yyyy-MM-dd} 至 {to:yyyy-MM-dd} 不属于 {year} 年的安排。", $"{from:yyyy-MM-dd} to {to:yyyy-MM-dd} is not of the notice of {year}.");
        var makeUp = s.Values("work", Kind.Date);
        foreach (var day in makeUp.Where(d => !Belongs(d, year) || d.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday)))
            s.Fault("work", $"{day:yyyy-MM-dd} 不是 {year} 年安排中的周末。", $"{day:yyyy-MM-dd} is not a weekend day of the notice of {year}.");
        return new([.. Enumerable.Range(0, isRange ? length : 0).Select(from.AddDays)], makeUp, s);
    }

    internal void Check(IReadOnlySet<DateOnly> off)
    {
        foreach (var day in MakeUpDays.Where(off.Contains))
            Section.Fault("work", $"{day:yyyy-MM-dd} 既放假又上班。", $"{day:yyyy-MM-dd} is both a holiday and a working day.");
    }

    // A notice may begin in the last days of the year before.
    private static bool Belongs(DateOnly day, int year) => day.Year == year || (day.Year == year - 1 && day.Month == 12);
}
