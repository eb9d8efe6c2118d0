using System.Collections.Immutable;
using Indices.Methodology;
using Indices.Releases;
using Indices.Releases.Calendar;
using Indices.Time;

namespace Dashboard.PageModels.CalendarPages;

/// <summary>A slot of the calendar with what readers can see of it.</summary>
/// <param name="First">The first visible version of the period; null when nothing is visible.</param>
public sealed record AnnouncedRelease(LocalText Name, ReleaseSlot Slot, ReleaseVersion? First)
{
    public SlotState StateAt(DateTimeOffset now) => First is not null ? SlotState.Published
        : Slot.Instant is not { } instant ? SlotState.Provisional
        : instant <= now ? SlotState.Delayed
        : SlotState.Confirmed;
}

public enum SlotState
{
    Published,
    /// <summary>The announced instant has passed, and nothing is visible.</summary>
    Delayed,
    Confirmed,
    /// <summary>The working days of the year are not known yet: a day, and no time.</summary>
    Provisional,
}

/// <summary>The calendar at one instant: from the beginning of the month before until twelve months ahead.</summary>
public sealed record AnnouncedCalendar(ImmutableArray<AnnouncedRelease> Releases, ImmutableArray<(string Index, LocalText Name, Punctuality Kept)> Kept)
{
    /// <summary>From rules, moves and visible releases; whether something waits makes no difference.</summary>
    public static async Task<AnnouncedCalendar> Read(PublicReaders readers, ICalendarReader calendar, CancellationToken cancellation)
    {
        if (await readers.Definitions.Current(cancellation) is not { } definitions)
            return new([], []);
        var moves = await calendar.Moves(readers.Now, cancellation);
        var today = OfficeClock.DayOf(readers.Now);
        var first = new DateOnly(today.Year, today.Month, 1).AddMonths(-1);
        var releases = ImmutableArray.CreateBuilder<AnnouncedRelease>();
        var kept = ImmutableArray.CreateBuilder<(string, LocalText, Punctuality)>();
        foreach (var methodology in definitions.Published)
        {
            var history = await readers.Releases.History(methodology.Code, readers.Now, cancellation);
            var visible = history.ToLookup(v => v.Period);
            releases.AddRange(ReleaseSlots.Between(methodology, definitions.Calendar, moves, first, today.AddMonths(12))
                .Select(slot => new AnnouncedRelease(methodology.Name, slot, visible[slot.Period].MinBy(v => v.Number))));
            kept.Add((methodology.Code, methodology.Name, Punctuality.Of(methodology, definitions.Calendar, moves, history)));
        }
        return new([.. releases.OrderBy(r => r.Slot.Day).ThenBy(r => r.Slot.Instant)], kept.ToImmutable());
    }
}
