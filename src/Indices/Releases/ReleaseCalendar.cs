using Indices.Methodology;
using Indices.Time;

namespace Indices.Releases;

/// <summary>When each period of an index is released (methodology, section 2.3). Pure: the working days come from a data file.</summary>
public static class ReleaseCalendar
{
    /// <summary>Last day of the period plus the lag, rolled to the following working day, at the office's release time.</summary>
    /// <exception cref="UnknownHolidayYearException">The holiday notice of that year is not loaded.</exception>
    public static DateTimeOffset Instant(ReleaseRule rule, Period period, WorkingDayCalendar calendar) =>
        At(Day(rule, period, calendar), rule.Time, rule.TimeZone);

    /// <summary>Data cut-off of a release: midnight (office clock) at the start of its release day. What becomes known later waits for the next release.</summary>
    public static Vintage CutOff(ReleaseRule rule, Period period, WorkingDayCalendar calendar) =>
        new(At(Day(rule, period, calendar), TimeOnly.MinValue, rule.TimeZone));

    /// <summary>The newest period whose release instant has come, or null when none has or the year is unknown.</summary>
    public static Period? NewestDue(IndexMethodology methodology, WorkingDayCalendar calendar, DateTimeOffset now)
    {
        if (methodology.Release is not { } rule)
            return null;
        var period = Period.Containing(DateOnly.FromDateTime(now.UtcDateTime), methodology.Frequency);
        for (var back = 0; back <= (int)methodology.Frequency * 2; back++, period = period.Plus(-1))
            if (TryInstant(rule, period, calendar) is { } instant && instant <= now)
                return period;
        return null;
    }

    /// <summary>The release instant, or null in a year without a holiday notice.</summary>
    public static DateTimeOffset? TryInstant(ReleaseRule rule, Period period, WorkingDayCalendar calendar)
    {
        try
        {
            return Instant(rule, period, calendar);
        }
        catch (UnknownHolidayYearException)
        {
            return null;
        }
    }

    private static DateOnly Day(ReleaseRule rule, Period period, WorkingDayCalendar calendar) =>
        calendar.Following(period.End.AddDays(rule.LagOf(period)));

    private static DateTimeOffset At(DateOnly day, TimeOnly time, string timeZone)
    {
        var zone = TimeZoneInfo.FindSystemTimeZoneById(timeZone);
        var local = day.ToDateTime(time);
        return new DateTimeOffset(local, zone.GetUtcOffset(local)).ToUniversalTime();
    }
}
