using Indices.Observations;
using Indices.Provenance;

namespace Indices.Intake;

public interface IIntakeWriter
{
    /// <summary>Has a document wait. The same bytes wait once.</summary>
    /// <param name="reason">Why values were entered or corrected by hand; empty for files.</param>
    /// <returns>Its id, or that of the same bytes already waiting.</returns>
    Task<long> Hold(RawDocument document, string reason, CancellationToken cancellation = default);

    /// <exception cref="InvalidOperationException">It has been decided on already.</exception>
    Task Endorse(long pending, Endorsement endorsement, CancellationToken cancellation = default);

    /// <summary>Closes a pending document and stores what it says, in one transaction.</summary>
    /// <exception cref="ChangedMeanwhileException">Values have been stored since it was checked; nothing happened.</exception>
    /// <exception cref="InvalidOperationException">It has been decided on already.</exception>
    Task<AppendOutcome> Accept(AcceptedDocument document, CancellationToken cancellation = default);

    /// <exception cref="InvalidOperationException">It has been decided on already.</exception>
    Task Cancel(long pending, PendingDecision decision, CancellationToken cancellation = default);

    /// <summary>Takes rows out of the quarantine for good, all or none.</summary>
    /// <exception cref="InvalidOperationException">A row has been dealt with already, or there is no such row.</exception>
    Task Drop(IReadOnlyList<RowPlace> rows, string reason, string by, DateTimeOffset at, CancellationToken cancellation = default);
}

/// <param name="Row">1-based row of the document.</param>
public readonly record struct RowPlace(string DocumentSha256, int Row);

/// <summary>A pending document that somebody lets in.</summary>
/// <param name="Parsed">With the rows whose warnings were accepted; its findings without those.</param>
/// <param name="Confirmed">The warnings that were accepted.</param>
/// <param name="Replayed">Rows in the quarantine that it brings in.</param>
/// <param name="ChangeCounter">The counter of stored documents against which it was checked.</param>
public sealed record AcceptedDocument(
    PendingDocument Pending,
    ParsedDocument Parsed,
    PendingDecision Decision,
    IReadOnlyList<QuarantinedRow> Confirmed,
    IReadOnlyList<RowPlace> Replayed,
    long ChangeCounter);

/// <summary>Something was stored between a check and the change that rested on it.</summary>
public sealed class ChangedMeanwhileException() : InvalidOperationException(
    "检查之后数据又有变化，请重新查看预览。The data changed after the check; look at the preview again.");
