using Indices.Observations;
using Indices.Time;

namespace Indices.Sources;

/// <summary>What sources were asked and answered.</summary>
public interface ISourceReader
{
    /// <summary>The newest fetch that brought a document, or null.</summary>
    Task<Fetch?> LastStored(string source, CancellationToken cancellation = default);

    /// <summary>Newest first.</summary>
    Task<IReadOnlyList<Fetch>> Fetches(string source, int count, CancellationToken cancellation = default);

    /// <summary>The newest fetch of each source that was ever fetched.</summary>
    Task<IReadOnlyList<Fetch>> LastFetches(CancellationToken cancellation = default);

    /// <summary>The newest period of every series that is stored.</summary>
    Task<IReadOnlyList<NewestValue>> Newest(CancellationToken cancellation = default);
}

public interface ISourceWriter
{
    Task Record(Fetch fetch, CancellationToken cancellation = default);
}

/// <summary>One time that a source was asked over the network.</summary>
/// <param name="Address">After redirects; the source's own when there was no answer.</param>
/// <param name="By">Account, or <c>scheduler</c>.</param>
/// <param name="HttpStatus">Null without an answer.</param>
/// <param name="Sha256">Of the archived bytes; null when nothing was kept.</param>
/// <param name="LastModified">As the server wrote it, to be sent back as it is.</param>
/// <param name="Headers">Of the answer, one a line.</param>
public sealed record Fetch(
    string Source,
    string Address,
    DateTimeOffset StartedAt,
    DateTimeOffset EndedAt,
    string By,
    FetchOutcome Outcome,
    int? HttpStatus = null,
    string? Sha256 = null,
    string? ETag = null,
    string? LastModified = null,
    string? Headers = null,
    string? FailureChinese = null,
    string? FailureEnglish = null);

public sealed record NewestValue(SeriesId Series, Period Period);

public enum FetchOutcome
{
    /// <summary>A document was archived and handed on to be read.</summary>
    Stored,
    /// <summary>The source says that nothing has changed.</summary>
    Unchanged,
    Failed,
}
