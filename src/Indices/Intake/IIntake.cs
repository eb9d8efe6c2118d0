using Indices.Observations;
using Indices.Time;

namespace Indices.Intake;

/// <summary>The door for statistics that people bring: nothing goes in before somebody has seen what it would change.</summary>
/// <remarks>Whoever calls has made sure that the person may; names and reasons are kept with what they did.</remarks>
public interface IIntake
{
    /// <summary>Keeps an uploaded file and has it wait.</summary>
    /// <param name="content">Read to its end.</param>
    /// <param name="name">As the browser gave it; any folder in it is dropped.</param>
    /// <exception cref="InvalidOperationException">The same bytes were brought in before.</exception>
    /// <exception cref="IOException">The bytes could not be read or kept, as when the disk is full; nothing was stored.</exception>
    Task<long> Receive(Stream content, string name, string by, CancellationToken cancellation = default);

    /// <summary>Makes a document of values that were typed in, and has it wait.</summary>
    /// <exception cref="InvalidOperationException">There is no value or no reason.</exception>
    Task<long> Enter(IReadOnlyList<EnteredValue> values, string reason, string by, CancellationToken cancellation = default);

    /// <summary>Makes a document that reads rows of the quarantine again, some with corrected cells, and has it wait. The original bytes stay as they are.</summary>
    /// <exception cref="InvalidOperationException">There is no row or no reason.</exception>
    Task<long> Replay(IReadOnlyList<ReplayedRow> rows, string reason, string by, CancellationToken cancellation = default);

    /// <summary>What a waiting document would change now; null when it does not wait.</summary>
    /// <exception cref="InvalidOperationException">No definitions have been loaded yet.</exception>
    Task<Preview?> Preview(long pending, CancellationToken cancellation = default);

    /// <summary>Agrees, as the first of two, that values go in that look like a slip. Nothing is stored but that.</summary>
    /// <exception cref="ChangedMeanwhileException">It would no longer do what the preview said; nothing happened.</exception>
    /// <exception cref="InvalidOperationException">It has been decided on, two are not needed, or there is no reason.</exception>
    Task Endorse(long pending, string fingerprint, string reason, string by, CancellationToken cancellation = default);

    /// <summary>Checks a waiting document again and stores it in one transaction.</summary>
    /// <param name="fingerprint">Of the preview that the person saw.</param>
    /// <param name="withWarnings">True to accept every warning, for a reason; false to leave the rows in the quarantine.</param>
    /// <exception cref="ChangedMeanwhileException">It would no longer do what the preview said; nothing happened.</exception>
    /// <exception cref="InvalidOperationException">It has been decided on, nothing can go in, warnings are accepted without a reason, or two persons are needed and no other has agreed to just this preview.</exception>
    Task<AppendOutcome> Accept(long pending, string fingerprint, bool withWarnings, string reason, string by, CancellationToken cancellation = default);

    /// <exception cref="InvalidOperationException">It has been decided on already.</exception>
    Task Cancel(long pending, string reason, string by, CancellationToken cancellation = default);

    /// <summary>Takes rows out of the quarantine for good.</summary>
    /// <exception cref="InvalidOperationException">There is no reason, or a row has been dealt with already; nothing happened.</exception>
    Task Drop(IReadOnlyList<RowPlace> rows, string reason, string by, CancellationToken cancellation = default);
}

/// <param name="Text">A number as people type it, or a letter of a missing kind: L, M, O or Q.</param>
public sealed record EnteredValue(SeriesId Series, Period Period, string Text);

/// <summary>A row of the quarantine to be read again.</summary>
/// <param name="Column">Header of the corrected cell as the file spells it; empty when the row is read as it stands.</param>
/// <param name="Text">What the cell should have said.</param>
public sealed record ReplayedRow(RowPlace Place, string Column, string Text);
