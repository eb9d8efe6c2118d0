using Indices.Provenance;
using Indices.Time;

namespace Indices.Observations;

public interface IObservationReader
{
    /// <summary>The newest observation of each series and period with a vintage not after <paramref name="asOf"/>. "As of" is selected here and in <see cref="ObservationHistory"/> alone.</summary>
    /// <param name="indicators">Codes to read; empty reads all.</param>
    Task<Snapshot> ReadSnapshot(IReadOnlyCollection<string> indicators, Vintage asOf, CancellationToken cancellation = default);

    /// <summary>Every vintage not after <paramref name="asOf"/> of some indicators, for what must know what was published first.</summary>
    /// <param name="indicators">Codes to read; empty reads all.</param>
    Task<ObservationHistory> ReadHistory(IReadOnlyCollection<string> indicators, Vintage asOf, CancellationToken cancellation = default);

    /// <summary>Newest vintage of any of the indicators (and of the deals when <paramref name="withDeals"/>), or null when there is nothing.</summary>
    Task<Vintage?> NewestVintage(IReadOnlyCollection<string> indicators, bool withDeals, CancellationToken cancellation = default);

    /// <summary>A counter that grows whenever a document with values is stored; equal counters mean nothing changed.</summary>
    Task<long> ChangeCounter(CancellationToken cancellation = default);

    /// <summary>The observations stored last, newest first.</summary>
    Task<IReadOnlyList<Observation>> Latest(int count, CancellationToken cancellation = default);

    /// <summary>Every vintage of one period of a series, newest first.</summary>
    Task<IReadOnlyList<Observation>> History(SeriesId series, Period period, CancellationToken cancellation = default);

    /// <summary>Newest first.</summary>
    Task<IReadOnlyList<DocumentSummary>> Documents(int count, CancellationToken cancellation = default);

    /// <summary>True when a document with this hash has been read completely.</summary>
    Task<bool> IsKnown(string sha256, CancellationToken cancellation = default);

    /// <summary>Everything that was found in documents, newest document first, then by row.</summary>
    Task<IReadOnlyList<QuarantinedRow>> Quarantine(int count, CancellationToken cancellation = default);
}

public interface IObservationWriter
{
    /// <summary>
    /// Stores a document's record, values and refused rows in one transaction: all or nothing. A document already stored
    /// changes nothing. A value equal to the newest known one of its period adds no vintage.
    /// </summary>
    Task<AppendOutcome> Append(ParsedDocument document, CancellationToken cancellation = default) => Append([document], cancellation);

    /// <summary>The same for a document that comes in parts, each with the same record. When the parts throw, nothing is stored.</summary>
    /// <param name="parts">At least one. The first is read before the writer's lock is taken, the others while it is held.</param>
    Task<AppendOutcome> Append(IEnumerable<ParsedDocument> parts, CancellationToken cancellation = default);
}

/// <summary>A raw document and what a parser and the validation made of it, or of a part of it.</summary>
public sealed record ParsedDocument(
    RawDocument Document,
    IReadOnlyList<NewObservation> Observations,
    IReadOnlyList<Deal> Deals,
    IReadOnlyList<QuarantinedRow> Refused);

/// <param name="ValueText">Decimal text as received, normalised to invariant form; null when missing.</param>
/// <param name="Row">1-based line or row in the document.</param>
/// <param name="Conversion">Null where the document states the value as it is.</param>
public sealed record NewObservation(
    SeriesId Series,
    Period Period,
    string? ValueText,
    ObservationStatus Status,
    Vintage Vintage,
    int Row,
    Bound Bound = Bound.None,
    Citation? Citation = null,
    Conversion? Conversion = null);

/// <param name="Known">True when the same bytes were stored before.</param>
/// <param name="Refused">Findings that keep a row out: errors, and warnings that nobody has accepted.</param>
public sealed record AppendOutcome(bool Known, int Added, int Revised, int Unchanged, int Deals, int Refused);

public sealed record DocumentSummary(RawDocument Document, int Observations, int Deals, int Refused);

/// <param name="Column">Header of the column, or empty when the whole row is meant.</param>
/// <param name="Text">The offending text.</param>
/// <param name="Code">One of <see cref="FindingCodes"/>.</param>
public sealed record QuarantinedRow(
    string DocumentSha256, string Document, int Row, string Column, string Text, string ReasonChinese, string ReasonEnglish,
    FindingKind Kind = FindingKind.Error, string Code = FindingCodes.Unreadable);
