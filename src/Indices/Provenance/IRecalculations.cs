using Indices.Time;

namespace Indices.Provenance;

public interface IRecalculationReader
{
    Task<Recalculation?> Find(long id, CancellationToken cancellation = default);

    /// <summary>Newest first.</summary>
    Task<IReadOnlyList<Recalculation>> Recent(int count, CancellationToken cancellation = default);

    /// <summary>Every recalculation that is the newest of some period; one that was cancelled before it came to a period does not count for it. Newest first.</summary>
    Task<IReadOnlyList<Recalculation>> NewestOfEachPeriod(CancellationToken cancellation = default);
}

public interface IRecalculationWriter
{
    /// <summary>Writes an order down.</summary>
    /// <param name="fire">Job and slot that it serves; the same fire again gives the order made first. Null for a person's order.</param>
    /// <returns>Id of the recalculation.</returns>
    Task<long> Add(RecalculationOrder order, string methodology, string? fire, string by, DateTimeOffset at, CancellationToken cancellation = default);

    /// <summary>Writes down a period that led to no candidate. The first result of a period stands.</summary>
    Task Record(long id, Period period, RecalculationOutcome outcome, string note, DateTimeOffset at, CancellationToken cancellation = default);

    /// <summary>What has been done stays; the rest is not begun.</summary>
    /// <exception cref="InvalidOperationException">Nothing is left to do, or it was cancelled before.</exception>
    Task MarkCancelled(long id, string by, DateTimeOffset at, CancellationToken cancellation = default);

    /// <summary>The rest is to be done after all.</summary>
    /// <exception cref="InvalidOperationException">Nothing is left to do, or a run is at it.</exception>
    Task MarkResumed(long id, string by, DateTimeOffset at, CancellationToken cancellation = default);
}
