using System.Collections.Immutable;
using System.Globalization;
using Indices.Methodology;
using Indices.Time;

namespace Indices.Releases.Calendar;

/// <summary>The calendar of releases: rules and moves, and nothing of what has been calculated or approved. Pure.</summary>
public static class ReleaseSlots
{
    /// <param name="moves">Oldest first.</param>
    public static ReleaseSlot Of(IndexMethodology methodology, ReleaseRule rule, Period period, WorkingDayCalendar calendar, IReadOnlyList<SlotMove> moves)
    {
        var planned = ReleaseCalendar.TryInstant(rule, period, calendar);
        var move = moves.LastOrDefault(m => m.Index == methodology.Code && m.Period == period);
        var day = (move?.To ?? planned) is { } instant ? OfficeClock.DayOf(instant) : period.End.AddDays(rule.LagOf(period));
        return new(methodology.Code, period, day, planned, move);
    }

    /// <summary>Slots whose day lies in a range, by day; none for an index that is not published by us.</summary>
    public static ImmutableArray<ReleaseSlot> Between(
        IndexMethodology methodology, WorkingDayCalendar calendar, IReadOnlyList<SlotMove> moves, DateOnly first, DateOnly last)
    {
        if (methodology.Release is not { } rule)
            return [];
        var period = Period.Containing(first.AddYears(-2), methodology.Frequency);
        var slots = ImmutableArray.CreateBuilder<ReleaseSlot>();
        // The lag is never negative: what has not ended by the last day has no slot before it, unless it was moved.
        for (; period.Start <= last; period = period.Plus(1))
            if (Of(methodology, rule, period, calendar, moves) is var slot && slot.Day >= first && slot.Day <= last)
                slots.Add(slot);
        return [.. slots.OrderBy(s => s.Day)];
    }

    /// <summary>Refuses an instant that cannot be announced.</summary>
    /// <exception cref="InvalidOperationException">It has passed, is no full minute, falls on a day off, or in a year without a holiday notice.</exception>
    public static void Check(DateTimeOffset instant, WorkingDayCalendar calendar, DateTimeOffset now)
    {
        var (day, shown) = (OfficeClock.DayOf(instant), TimeZoneInfo.ConvertTime(instant, OfficeClock.Zone).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture));
        if (instant <= now)
            throw new InvalidOperationException($"发布时间 {shown} 已过。The release instant {shown} has passed.");
        if (instant.UtcTicks % TimeSpan.TicksPerMinute != 0)
            throw new InvalidOperationException($"发布时间须为整分。The release instant {shown} is no full minute.");
        if (!calendar.IsWorkingDay(day))
            throw new InvalidOperationException($"{day:yyyy-MM-dd} 是节假日或周末，不能发布。{day:yyyy-MM-dd} is a holiday or weekend; nothing is released on it.");
    }
}
