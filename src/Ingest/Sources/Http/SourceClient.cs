using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using Indices.Sources;
using Ingest.Archive;

namespace Ingest.Sources.Http;

/// <summary>Asks a source once (with what the resilience handler retries) and archives the answer before anything reads it.</summary>
public sealed class SourceClient(IHttpClientFactory clients, DocumentArchive archive, FetchOptions options, TimeProvider time)
{
    internal const string Name = "sources";
    private const int MostRedirects = 5;

    private readonly AddressRule _addresses = new(options);

    /// <param name="known">What is held already; the source is asked whether that has changed. Null asks for everything.</param>
    /// <param name="by">Account or job.</param>
    /// <exception cref="FetchException">The source failed, sent less than it promised, or leads where fetching must not go; nothing was kept.</exception>
    /// <exception cref="IOException">The bytes could not be kept.</exception>
    public async Task<FetchAnswer> Fetch(Source source, Fetch? known, string by, CancellationToken cancellation = default)
    {
        using var deadline = new CancellationTokenSource(options.Deadline, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(deadline.Token, cancellation);
        try
        {
            using var response = await Ask(source, known, either.Token);
            return response.StatusCode switch
            {
                HttpStatusCode.NotModified when known is not null => FetchAnswer.Of(response, null),
                HttpStatusCode.OK => FetchAnswer.Of(response, await Keep(source, response, by, either.Token)),
                var status => throw FetchFailures.Of(status),
            };
        }
        catch (OperationCanceledException late) when (deadline.IsCancellationRequested && !cancellation.IsCancellationRequested)
        {
            throw FetchFailures.Late(options, late);
        }
        catch (Exception failure) when (FetchFailures.Of(failure, options) is { } told && told != failure)
        {
            throw told;
        }
    }

    // Redirects are followed by hand, because each address must pass the rule; what proves who we are stays with the first server.
    private async Task<HttpResponseMessage> Ask(Source source, Fetch? known, CancellationToken cancellation)
    {
        using var client = clients.CreateClient(Name);
        var address = source.Address!;
        for (var hop = 0; ; hop++)
        {
            _addresses.Require(address);
            using var request = Request(source, address, known);
            var response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellation);
            if (!IsRedirect(response.StatusCode) || response.Headers.Location is not { } location)
                return response;
            response.Dispose();
            if (hop == MostRedirects)
                throw new FetchException($"转向超过 {MostRedirects} 次。", $"More than {MostRedirects} redirects.");
            address = new Uri(address, location);
        }
    }

    private HttpRequestMessage Request(Source source, Uri address, Fetch? known)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, address);
        if (known?.ETag is { } tag)
            request.Headers.TryAddWithoutValidation("If-None-Match", tag);
        if (known?.LastModified is { } modified)
            request.Headers.TryAddWithoutValidation("If-Modified-Since", modified);
        if (source.Credentials is { } name && address.Host == source.Address!.Host && address.Scheme == source.Address.Scheme && address.Port == source.Address.Port)
            request.Headers.TryAddWithoutValidation("Authorization", options.Credentials.GetValueOrDefault(name) ?? throw new FetchException(
                $"设置中没有凭据“{name}”（Fetch:Credentials:{name}）。", $"The settings hold no credentials '{name}' (Fetch:Credentials:{name})."));
        request.Headers.AcceptEncoding.Add(new StringWithQualityHeaderValue("gzip"));
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue(AcceptedBy(source.Kind)));
        return request;
    }

    private async Task<Indices.Provenance.RawDocument> Keep(Source source, HttpResponseMessage response, string by, CancellationToken cancellation)
    {
        if (response.Content.Headers.ContentLength > options.LargestBytes)
            throw GuardedStream.TooLarge(options);
        await using var content = await response.Content.ReadAsStreamAsync(cancellation);
        await using var guarded = new GuardedStream(Unpacked(response, content), options, time);
        var name = string.Create(CultureInfo.InvariantCulture, $"{source.Code}-{time.GetUtcNow():yyyyMMdd'T'HHmmss'Z'}{ExtensionOf(source.Kind)}");
        var document = await archive.Store(
            guarded, name, response.RequestMessage!.RequestUri!.AbsoluteUri, response.Content.Headers.ContentType?.MediaType ?? "", by, cancellation);
        return document with { Source = source.Code };
    }

    private static Stream Unpacked(HttpResponseMessage response, Stream content) => string.Join(',', response.Content.Headers.ContentEncoding) switch
    {
        "" or "identity" => content,
        "gzip" => new GzipContent(content),
        var other => throw new FetchException($"不支持的压缩方式“{other}”。", $"The content is packed by '{other}', which is not read here."),
    };

    private static bool IsRedirect(HttpStatusCode status) => status is
        HttpStatusCode.MovedPermanently or HttpStatusCode.Found or HttpStatusCode.SeeOther or HttpStatusCode.TemporaryRedirect or HttpStatusCode.PermanentRedirect;

    private static string AcceptedBy(SourceKind kind) => kind switch
    {
        SourceKind.SdmxCsv => "application/vnd.sdmx.data+csv",
        SourceKind.SdmxJson => "application/vnd.sdmx.data+json",
        SourceKind.Json or SourceKind.Nbs => "application/json",
        _ => "*/*",
    };

    private static string ExtensionOf(SourceKind kind) => kind switch
    {
        SourceKind.Json or SourceKind.Nbs or SourceKind.SdmxJson => ".json",
        SourceKind.SdmxCsv => ".csv",
        _ => "." + SourceWords.Of(kind),
    };
}
