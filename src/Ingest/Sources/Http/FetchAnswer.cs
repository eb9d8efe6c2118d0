using Indices.Provenance;

namespace Ingest.Sources.Http;

/// <summary>What a source answered.</summary>
/// <param name="Document">What was archived; null when nothing has changed since last time.</param>
/// <param name="Address">Where it came from in the end, after redirects.</param>
/// <param name="Headers">One a line, as received; cookies are left out.</param>
public sealed record FetchAnswer(RawDocument? Document, Uri Address, int Status, string? ETag, string? LastModified, string Headers)
{
    internal static FetchAnswer Of(HttpResponseMessage response, RawDocument? document) => new(
        document, response.RequestMessage!.RequestUri!, (int)response.StatusCode,
        Single(response, "ETag"), Single(response, "Last-Modified"),
        string.Join('\n', response.Headers.NonValidated.Concat(response.Content.Headers.NonValidated)
            .Where(h => !h.Key.StartsWith("Set-Cookie", StringComparison.OrdinalIgnoreCase))
            .Select(h => $"{h.Key}: {string.Join(", ", h.Value)}")));

    private static string? Single(HttpResponseMessage response, string header) =>
        response.Headers.NonValidated.TryGetValues(header, out var values) || response.Content.Headers.NonValidated.TryGetValues(header, out values)
            ? values.ToString() : null;
}
