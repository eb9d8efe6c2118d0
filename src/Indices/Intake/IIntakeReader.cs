using Indices.Observations;
using Indices.Provenance;
using Indices.Time;

namespace Indices.Intake;

/// <summary>What is known about incoming documents and about single values, for checks and for pages.</summary>
public interface IIntakeReader
{
    /// <summary>Every stored value of some series, by period's last day and then by vintage. A series that has none is left out.</summary>
    Task<IReadOnlyDictionary<SeriesId, IReadOnlyList<StoredValue>>> Known(IReadOnlyCollection<SeriesId> series, CancellationToken cancellation = default);

    /// <summary>Null when there is none with this id.</summary>
    Task<PendingDocument?> Pending(long id, CancellationToken cancellation = default);

    /// <summary>Documents that wait for a decision, newest first.</summary>
    Task<IReadOnlyList<PendingDocument>> Waiting(CancellationToken cancellation = default);

    /// <summary>Rows that nobody has dealt with yet, newest document first, then by row.</summary>
    /// <param name="document">Hash of one document; null for all.</param>
    Task<PageOf<QuarantinedRow>> OpenRows(string? document, int skip, int take, CancellationToken cancellation = default);

    /// <summary>Names of documents that speak of some series and have rows in the quarantine, with how many.</summary>
    /// <param name="series">Codes of indicators and denominators.</param>
    Task<IReadOnlyList<(string Document, int Rows)>> OpenRowsOf(IReadOnlySet<string> series, CancellationToken cancellation = default);

    /// <summary>How rows left the quarantine, newest first.</summary>
    Task<IReadOnlyList<QuarantineAct>> Acts(int count, CancellationToken cancellation = default);

    /// <summary>A document that has been read completely; null when there is none with this hash.</summary>
    Task<RawDocument?> Document(string sha256, CancellationToken cancellation = default);

    /// <summary>Everything that was found in a document, by row.</summary>
    Task<IReadOnlyList<QuarantinedRow>> Findings(string sha256, CancellationToken cancellation = default);

    /// <summary>Stored values, last stored first.</summary>
    /// <param name="indicator">Part of an indicator's code; empty for all.</param>
    Task<PageOf<Observation>> Observations(string indicator, int skip, int take, CancellationToken cancellation = default);

    /// <summary>Every vintage of one period of a series with where it came from, newest first.</summary>
    Task<IReadOnlyList<CellVersion>> CellHistory(SeriesId series, Period period, CancellationToken cancellation = default);
}

/// <summary>Some of many rows.</summary>
/// <param name="Total">How many there are in all.</param>
public sealed record PageOf<T>(IReadOnlyList<T> Rows, int Total);

/// <param name="Result">Name of the document that brought the row in; null when it was dropped.</param>
public sealed record QuarantineAct(string Document, int Row, string Reason, string By, DateTimeOffset At, string? Result);

/// <param name="Row">1-based row of the document.</param>
/// <param name="Reason">Why it was entered or corrected by hand, or why a warning was accepted; empty when nobody had to say.</param>
/// <param name="AcceptedBy">Who let the document in; null when it went in by itself.</param>
public sealed record CellVersion(StoredValue Value, RawDocument Document, int Row, string Reason, string? AcceptedBy)
{
    /// <summary>The first of two persons who accepted a warning of the row; null where none was needed.</summary>
    public string? EndorsedBy { get; init; }

    /// <summary>Null where the document states the value as it is.</summary>
    public Conversion? How { get; init; }
}
