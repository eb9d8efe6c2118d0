using Indices.Accounts;

namespace Indices.Releases.Calendar;

public interface ICalendarReader
{
    /// <summary>Moves that had been announced by an instant, oldest first.</summary>
    Task<IReadOnlyList<SlotMove>> Moves(DateTimeOffset now, CancellationToken cancellation = default);
}

public interface ICalendarWriter
{
    /// <summary>Writes a move down with its line in the audit log, in one transaction. Readers see it at once.</summary>
    Task Move(SlotMove move, Actor by, CancellationToken cancellation = default);
}
