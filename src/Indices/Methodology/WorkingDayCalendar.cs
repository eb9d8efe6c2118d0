using System.Collections.Frozen;

namespace Indices.Methodology;

/// <summary>Working days by the State Council's notice of each year, make-up days included. A year without a notice is refused, never guessed.</summary>
public sealed class WorkingDayCalendar(IEnumerable<int> years, IEnumerable<DateOnly> holidays, IEnumerable<DateOnly> makeUpDays)
{
    private readonly FrozenSet<int> _years = years.ToFrozenSet();
    private readonly FrozenSet<DateOnly> _holidays = holidays.ToFrozenSet();
    private readonly FrozenSet<DateOnly> _makeUpDays = makeUpDays.ToFrozenSet();

    public bool Knows(int year) => _years.Contains(year);

    /// <exception cref="UnknownHolidayYearException">No notice of that year is loaded.</exception>
    public bool IsWorkingDay(DateOnly day)
    {
        if (!Knows(day.Year))
            throw new UnknownHolidayYearException(day.Year);
        return _makeUpDays.Contains(day)
            || (day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday) && !_holidays.Contains(day));
    }

    /// <summary>The day itself if it is a working day, otherwise the next one.</summary>
    public DateOnly Following(DateOnly day)
    {
        while (!IsWorkingDay(day))
            day = day.AddDays(1);
        return day;
    }
}

/// <summary>The working days of a year are not known, so nothing can be scheduled in it.</summary>
public sealed class UnknownHolidayYearException(int year)
    : InvalidOperationException($"没有{year}年的放假安排，不能排期。No holiday notice of {year} is loaded; nothing can be scheduled in it.")
{
    public int Year { get; } = year;
}
