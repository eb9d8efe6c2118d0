using System.Collections.Immutable;
using Indices.Methodology;

namespace Indices.Releases.Calendar;

/// <summary>How first releases kept to the calendar.</summary>
/// <param name="OnTime">Visible from the announced instant on, or before it.</param>
/// <param name="Moved">Visible by an instant to which the slot had been moved.</param>
/// <param name="Late">Visible after the announced instant.</param>
public sealed record Punctuality(int OnTime, int Moved, int Late)
{
    /// <param name="visible">Versions that readers can see.</param>
    public static Punctuality Of(
        IndexMethodology methodology, WorkingDayCalendar calendar, IReadOnlyList<SlotMove> moves, IEnumerable<ReleaseVersion> visible)
    {
        if (methodology.Release is not { } rule)
            return new(0, 0, 0);
        var kept = visible.GroupBy(v => v.Period).Select(g => g.MinBy(v => v.Number)!)
            .Select(v => (v.ReleaseAt, Slot: ReleaseSlots.Of(methodology, rule, v.Period, calendar, moves)))
            .Where(v => v.Slot.Instant is not null)
            .Select(v => v.ReleaseAt > v.Slot.Instant ? 2 : v.Slot.Move is not null ? 1 : 0).ToImmutableArray();
        return new(kept.Count(k => k == 0), kept.Count(k => k == 1), kept.Count(k => k == 2));
    }
}
