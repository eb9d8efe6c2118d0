using Dashboard.Api;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace Dashboard.Caching;

/// <summary>One whole answer of one state of the database, compressed when first asked for so.</summary>
/// <param name="Mark">Of the database before the answer was made; another mark makes it worthless.</param>
/// <param name="ValidUntil">The next full minute, or the next release where that comes sooner.</param>
/// <param name="Lifetime">Cache-Control as the endpoint wrote it.</param>
/// <param name="HasAge">It lets caches keep the answer, which then ends with this one.</param>
public sealed record StoredAnswer(long Mark, DateTimeOffset ValidUntil, byte[] Body, KeyValuePair<string, StringValues>[] Headers, string Lifetime, bool HasAge, string Tag)
{
    private readonly Lazy<byte[]> _gzip = new(() => ContentCoding.Gzip.Compress(Body));
    private readonly Lazy<byte[]> _brotli = new(() => ContentCoding.Brotli.Compress(Body));

    public bool IsGood(long mark, DateTimeOffset now) => mark == Mark && now < ValidUntil;

    public byte[] As(ContentCoding coding) => coding switch
    {
        ContentCoding.Brotli => _brotli.Value,
        ContentCoding.Gzip => _gzip.Value,
        _ => Body,
    };

    /// <summary>Pictures and archives are compressed already.</summary>
    public bool IsText { get; } = Headers.Any(h => h.Key == HeaderNames.ContentType && IsTextual(h.Value.ToString()));

    /// <summary>Null where the answer is not for everybody or not for keeping.</summary>
    public static StoredAnswer? Of(long mark, DateTimeOffset validUntil, HttpResponse response, byte[] body)
    {
        var lifetime = response.GetTypedHeaders().CacheControl ?? new CacheControlHeaderValue { NoCache = true };
        if (response.StatusCode != StatusCodes.Status200OK || lifetime.NoStore || lifetime.Private || response.Headers.ContainsKey(HeaderNames.SetCookie))
            return null;
        var tag = response.Headers.ETag is { Count: 1 } own ? own.ToString() : $"\"{ContentTag.OfBytes(body)}\"";
        return new(mark, validUntil, body, [.. response.Headers.Where(h => !IsOfTheAnswer(h.Key))], lifetime.ToString(), lifetime.MaxAge is not null, tag);
    }

    /// <summary>Written anew for every answer.</summary>
    private static bool IsOfTheAnswer(string header) =>
        header is "Cache-Control" or "Content-Length" or "ETag" or "Date" || header.StartsWith("RateLimit", StringComparison.OrdinalIgnoreCase);

    private static bool IsTextual(string contentType) =>
        contentType.StartsWith("text/", StringComparison.Ordinal)
        || contentType.Contains("json", StringComparison.Ordinal)
        || contentType.Contains("xml", StringComparison.Ordinal)
        || contentType.Contains("yaml", StringComparison.Ordinal)
        || contentType.Contains("calendar", StringComparison.Ordinal);
}
