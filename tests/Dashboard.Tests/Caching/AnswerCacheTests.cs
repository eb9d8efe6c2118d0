using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using Dashboard.Api;
using Dashboard.Caching;
using Indices.Accounts;
using Indices.Releases;
using Indices.Storage;
using Indices.Time;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using TestSupport;
using Xunit;

namespace Dashboard.Tests.Caching;

/// <summary>Endpoints that count their calls, behind the cache, over a real database.</summary>
public sealed class AnswerCacheTests : IAsyncLifetime
{
    private static readonly DateTimeOffset s_start = new(2025, 11, 24, 2, 0, 10, TimeSpan.Zero);

    private readonly FakeTimeProvider _clock = new(s_start);
    private readonly TemporaryStore _store = new();
    private readonly TaskCompletionSource _gate = new();
    private WebApplication _app = default!;
    private HttpClient _client = default!;
    private int _calls;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        var builder = WebApplication.CreateBuilder();
        builder.WebHost.UseTestServer();
        builder.Logging.ClearProviders();
        builder.Services.AddSingleton<TimeProvider>(_clock);
        builder.Services.AddSingleton(_store.Get<IReleaseReader>());
        builder.Services.AddSingleton(_store.Get<IStorageChanges>());
        builder.Services.AddAnswerCache();
        _app = builder.Build();
        _app.UseAnswerCache();
        var kept = _app.PublicAnswers();
        kept.MapGet("/page", (HttpContext context, IReleaseReader releases) => Page(context, releases));
        kept.MapGet("/slow", async (HttpContext context, IReleaseReader releases) =>
        {
            await _gate.Task;
            return await Page(context, releases);
        });
        kept.MapGet("/secret", (HttpContext context) => Counted(context, "no-store"));
        kept.MapGet("/cookie", (HttpContext context) =>
        {
            context.Response.Cookies.Append("a", "b");
            return Counted(context, "public, max-age=60");
        });
        kept.MapGet("/missing", () => Results.NotFound($"call {Interlocked.Increment(ref _calls)}"));
        kept.MapGet("/fails", IResult () => Interlocked.Increment(ref _calls) == 1 ? throw new InvalidOperationException("first") : Results.Text("well"));
        kept.MapGet("/picture", () => Results.Bytes(new byte[1000], "image/png"));
        _app.MapGet("/own", (HttpContext context) => Counted(context, "public, max-age=60"));
        await _app.StartAsync(Cancellation);
        _client = _app.GetTestClient();
    }

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        _store.Dispose();
    }

    [Fact]
    public async Task Answer_NothingChanged_IsMadeOnce()
    {
        var first = await Text("/page");
        Assert.Equal(first, await Text("/page"));
        Assert.NotEqual(first, await Text("/page?lang=en"));
        Assert.Equal(2, _calls);
    }

    [Fact]
    public async Task Answer_NextMinute_IsMadeAnew()
    {
        await Text("/page");
        _clock.Advance(TimeSpan.FromSeconds(49.9));
        await Text("/page");
        Assert.Equal(1, _calls);
        _clock.Advance(TimeSpan.FromSeconds(0.1));
        await Text("/page");
        Assert.Equal(2, _calls);
    }

    [Fact]
    public async Task Answer_AfterAnyCommit_IsMadeAnew()
    {
        await Text("/page");
        await _store.Get<IAuditWriter>().Record(new(s_start, "someone", "look", "page", "ok", null), Cancellation);
        await Text("/page");
        Assert.Equal(2, _calls);
    }

    [Fact]
    public async Task Answer_AReleaseFallsDue_IsMadeAnewAtItsInstantAndNeverKeptBeyond()
    {
        await Approve(s_start.AddSeconds(20));
        var before = await Get("/page");
        Assert.Equal("public, must-revalidate, max-age=20", before.Headers.CacheControl!.ToString(), ignoreCase: true);
        _clock.Advance(TimeSpan.FromMilliseconds(19_999));
        Assert.Equal(TimeSpan.Zero, (await Get("/page")).Headers.CacheControl!.MaxAge);
        Assert.Equal(1, _calls);
        _clock.Advance(TimeSpan.FromMilliseconds(1));
        Assert.Contains("visible 1", await Text("/page"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Answer_ManyAskAtOnce_IsMadeOnce()
    {
        var asked = Enumerable.Range(0, 30).Select(_ => Text("/slow")).ToArray();
        _gate.SetResult();
        Assert.Single((await Task.WhenAll(asked)).Distinct());
        Assert.Equal(1, _calls);
    }

    [Theory]
    [InlineData("/secret")]
    [InlineData("/cookie")]
    [InlineData("/missing")]
    [InlineData("/own")]
    public async Task Answer_NotForEverybodyOrNotForKeeping_IsMadeEachTime(string address)
    {
        var first = await Text(address);
        Assert.NotEqual(first, await Text(address));
        Assert.Equal(2, _calls);
    }

    [Fact]
    public async Task Answer_TheFirstFails_TheNextIsMade()
    {
        await Assert.ThrowsAsync<InvalidOperationException>(() => Text("/fails"));
        Assert.Equal("well", await Text("/fails"));
    }

    [Theory]
    [InlineData("br, gzip", "br")]
    [InlineData("gzip", "gzip")]
    [InlineData("gzip, br;q=0", "gzip")]
    [InlineData("deflate", null)]
    [InlineData(null, null)]
    public async Task Answer_AsTheReaderTakesIt_IsCompressed(string? accepted, string? coding)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/page");
        if (accepted is not null)
            request.Headers.TryAddWithoutValidation("Accept-Encoding", accepted);
        var response = await _client.SendAsync(request, Cancellation);
        Assert.Equal(coding, response.Content.Headers.ContentEncoding.SingleOrDefault());
        Assert.Contains("Accept-Encoding", response.Headers.Vary);
        Assert.Equal(coding is not null, response.Headers.ETag!.IsWeak);
        var body = await response.Content.ReadAsByteArrayAsync(Cancellation);
        Assert.Equal(await _client.GetByteArrayAsync(new Uri("/page", UriKind.Relative), Cancellation), await Unpacked(body, coding));
    }

    [Fact]
    public async Task Picture_IsNotCompressedAgain()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/picture");
        request.Headers.AcceptEncoding.Add(new("br"));
        var response = await _client.SendAsync(request, Cancellation);
        Assert.Empty(response.Content.Headers.ContentEncoding);
        Assert.Empty(response.Headers.Vary);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Answer_TheReaderHasIt_Is304WithoutABody(bool isKept)
    {
        var tag = (await Get("/page")).Headers.ETag!;
        if (!isKept)
            _clock.Advance(TimeSpan.FromMinutes(1));
        using var request = new HttpRequestMessage(HttpMethod.Get, isKept ? "/page" : "/picture");
        request.Headers.IfNoneMatch.Add(isKept ? new EntityTagHeaderValue(tag.Tag, isWeak: true) : (await Get("/picture")).Headers.ETag!);
        var response = await _client.SendAsync(request, Cancellation);
        Assert.Equal(HttpStatusCode.NotModified, response.StatusCode);
        Assert.Empty(await response.Content.ReadAsByteArrayAsync(Cancellation));
        Assert.NotNull(response.Headers.CacheControl);
    }

    private async Task<IResult> Page(HttpContext context, IReleaseReader releases)
    {
        var now = _clock.GetUtcNow();
        PublicCaching.KeepUntilNextMinute(context.Response, now, await releases.NextInstant(now));
        var visible = (await releases.Newest(now)).Count;
        return Results.Text($"call {Interlocked.Increment(ref _calls).ToString(CultureInfo.InvariantCulture)} visible {visible} {new string('x', 500)}", "text/html");
    }

    private string Counted(HttpContext context, string lifetime)
    {
        context.Response.Headers.CacheControl = lifetime;
        return $"call {Interlocked.Increment(ref _calls)}";
    }

    private async Task Approve(DateTimeOffset releaseAt)
    {
        var candidate = SampleReleases.Candidate(SampleReleases.Of(SampleDefinitions.Composite(), Period.OfQuarter(2025, 3), releaseAt), s_start.AddDays(-2));
        var writer = _store.Get<IReleaseWriter>();
        var (id, _) = await writer.Propose(candidate, Cancellation);
        await writer.Approve(id, candidate.Fingerprint, releaseAt, "reviewer", s_start.AddDays(-1), Cancellation);
    }

    private Task<HttpResponseMessage> Get(string address) => _client.GetAsync(new Uri(address, UriKind.Relative), Cancellation);

    private async Task<string> Text(string address) => await (await Get(address)).Content.ReadAsStringAsync(Cancellation);

    private static async Task<byte[]> Unpacked(byte[] body, string? coding)
    {
        using var packed = new MemoryStream(body);
        using Stream stream = coding switch
        {
            "br" => new System.IO.Compression.BrotliStream(packed, System.IO.Compression.CompressionMode.Decompress),
            "gzip" => new System.IO.Compression.GZipStream(packed, System.IO.Compression.CompressionMode.Decompress),
            _ => packed,
        };
        using var unpacked = new MemoryStream();
        await stream.CopyToAsync(unpacked, Cancellation);
        return unpacked.ToArray();
    }
}
