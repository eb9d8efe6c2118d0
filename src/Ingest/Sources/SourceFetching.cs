using Indices.Methodology;
using Indices.Observations;
using Indices.Provenance;
using Indices.Sources;
using Ingest.Archive;
using Ingest.Sources.Http;

namespace Ingest.Sources;

/// <summary>Fetches one source and brings in what it sends: ask, archive, look, read, write down how it went. A failure leaves everything known as it was.</summary>
public sealed class SourceFetching(
    IDefinitionReader definitions,
    SourceClient client,
    DocumentArchive archive,
    FileIngestion ingestion,
    IObservationReader observations,
    ISourceReader log,
    ISourceWriter writer,
    TimeProvider time)
{
    /// <param name="code">Of the source.</param>
    /// <param name="by">Account or job.</param>
    /// <returns>What became of the document; null when the source says that nothing has changed, or is not to be fetched any more.</returns>
    /// <exception cref="FetchException">It could not be fetched, is not what it should be, or not one row of it could be used.</exception>
    public async Task<AppendOutcome?> Run(string code, string by, CancellationToken cancellation = default)
    {
        if ((await definitions.Current(cancellation))?.Sources.Find(code) is not { IsFetched: true, IsEnabled: true } source)
            return null;
        var fetch = new Fetch(source.Code, source.Address!.AbsoluteUri, time.GetUtcNow(), default, by, FetchOutcome.Failed);
        try
        {
            var answer = await client.Fetch(source, await Held(source, cancellation), by, cancellation);
            fetch = fetch with
            {
                Address = answer.Address.AbsoluteUri, HttpStatus = answer.Status, Sha256 = answer.Document?.Sha256,
                ETag = answer.ETag, LastModified = answer.LastModified, Headers = answer.Headers,
            };
            var outcome = answer.Document is { } document ? await Take(source.Kind, document, cancellation) : null;
            fetch = fetch with { Outcome = outcome is null ? FetchOutcome.Unchanged : FetchOutcome.Stored };
            return outcome;
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            var told = failure as FetchException;
            fetch = fetch with { FailureChinese = told?.Chinese ?? failure.Message, FailureEnglish = told?.English ?? failure.Message };
            throw;
        }
        finally
        {
            await writer.Record(fetch with { EndedAt = time.GetUtcNow() }, CancellationToken.None);
        }
    }

    // Only what has been read completely counts as held: after a crash in between, everything is asked for again.
    private async Task<Fetch?> Held(Source source, CancellationToken cancellation) =>
        await log.LastStored(source.Code, cancellation) is { Sha256: { } sha256 } last
        && await observations.IsKnown(sha256, cancellation) && last.Address == source.Address!.AbsoluteUri ? last : null;

    private async Task<AppendOutcome> Take(SourceKind kind, RawDocument document, CancellationToken cancellation)
    {
        if (FetchedContent.Objection(kind, document.ContentType, await Head(document.Sha256, cancellation)) is { } objection)
            throw new FetchException(objection.Chinese, objection.English);
        var outcome = await ingestion.Ingest(document, Origin.Official, cancellation);
        return outcome is { Known: false, Added: 0, Revised: 0, Unchanged: 0, Deals: 0, Refused: > 0 }
            ? throw new FetchException(
                $"没有一行可用，{outcome.Refused} 处被拒收（见“文件”）。", $"Not one row can be used; {outcome.Refused} refused (see Documents).")
            : outcome;
    }

    private async Task<byte[]> Head(string sha256, CancellationToken cancellation)
    {
        await using var stored = archive.Open(sha256);
        var head = new byte[FetchedContent.Head];
        return head[..await stored.ReadAtLeastAsync(head, head.Length, throwOnEndOfStream: false, cancellation)];
    }
}
