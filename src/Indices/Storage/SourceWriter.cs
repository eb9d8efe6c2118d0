using Indices.Sources;

namespace Indices.Storage;

internal sealed class SourceWriter(Database database) : ISourceWriter
{
    public Task Record(Fetch fetch, CancellationToken cancellation = default) => database.Write(c => c.Add("fetch", new()
    {
        ["source"] = fetch.Source,
        ["address"] = fetch.Address,
        ["started_at"] = Texts.Of(fetch.StartedAt),
        ["ended_at"] = Texts.Of(fetch.EndedAt),
        ["started_by"] = fetch.By,
        ["outcome"] = fetch.Outcome.ToString(),
        ["http_status"] = fetch.HttpStatus,
        ["sha256"] = fetch.Sha256,
        ["etag"] = fetch.ETag,
        ["last_modified"] = fetch.LastModified,
        ["headers"] = fetch.Headers,
        ["failure_chinese"] = fetch.FailureChinese,
        ["failure_english"] = fetch.FailureEnglish,
    }), cancellation);
}
