using Indices.Methodology;
using Indices.Time;

namespace Indices.Releases.Calendar;

/// <summary>When a period of an index is announced to be released.</summary>
/// <param name="Day">In the office's clock; by the lag alone where the working days of the year are not known yet.</param>
/// <param name="Planned">By the methodology's lag, rolled to a working day; null in a year without a holiday notice.</param>
/// <param name="Move">The newest move; null when there was none.</param>
public sealed record ReleaseSlot(string Index, Period Period, DateOnly Day, DateTimeOffset? Planned, SlotMove? Move)
{
    /// <summary>The exact time that is announced; null while the date is provisional.</summary>
    public DateTimeOffset? Instant => Move?.To ?? Planned;
}

/// <param name="Reason">In both languages; readers see it.</param>
public sealed record SlotMove(string Index, Period Period, DateTimeOffset To, LocalText Reason, string By, DateTimeOffset At);
