using System.Diagnostics;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using Indices.Observations;
using Indices.Sources;
using Ingest.Sources.Http;
using Microsoft.AspNetCore.Http;
using Xunit;

namespace Ingest.Tests.Sources.Http;

/// <summary>What a source can do wrong, done by a real server. Every time: nothing taken, old values kept, a reason in two languages.</summary>
public sealed class FetchFaultTests : IAsyncLifetime
{
    private const string Good = "indicator,area,period,value\nI-QUERY,990100,2023-Q4,12.5\n";
    private ScriptedServer _server = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _server = await ScriptedServer.Start();

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    [Theory]
    [InlineData(500)]
    [InlineData(503)]
    [InlineData(429)]
    public async Task Fetch_ServerDownForAMoment_IsTriedAgainAndSucceeds(int status)
    {
        using var rig = Rig();
        var address = _server.On("/moment", (http, before) => before < 2 ? Status(http, status) : Csv(http, Good));

        var outcome = await rig.Run(FetchRig.Source(address), Cancellation);

        Assert.Equal((1, 3), (outcome!.Added, _server.TimesAsked("/moment")));
    }

    [Fact]
    public async Task Fetch_RetryAfter_IsObeyed()
    {
        using var rig = Rig();
        var address = _server.On("/later", (http, before) =>
        {
            http.Response.Headers.RetryAfter = "1";
            return before == 0 ? Status(http, 503) : Csv(http, Good);
        });
        var waited = Stopwatch.StartNew();

        await rig.Run(FetchRig.Source(address), Cancellation);

        Assert.True(waited.Elapsed >= TimeSpan.FromSeconds(0.95), $"asked again after {waited.Elapsed}");
        Assert.Equal(2, _server.TimesAsked("/later"));
    }

    [Theory]
    [InlineData(500, 4)]
    [InlineData(503, 4)]
    [InlineData(429, 4)]
    [InlineData(404, 1)]
    [InlineData(401, 1)]
    [InlineData(501, 1)]
    public async Task Fetch_ServerThatStaysDown_FailsAndKeepsWhatWasKnown(int status, int times)
    {
        using var rig = Rig();
        await rig.Run(FetchRig.Source(_server.On("/good", http => Csv(http, Good))), Cancellation);

        var failure = await Refused(rig, _server.On("/down", http => Status(http, status)));

        Assert.Equal(($"来源返回 HTTP {status}。", $"The source answered HTTP {status}."), (failure.Chinese, failure.English));
        Assert.Equal(times, _server.TimesAsked("/down"));
        Assert.Equal(12.5, Assert.Single(await rig.Observations.Latest(10, Cancellation)).Value);
        Assert.Equal((FetchOutcome.Failed, failure.English), (await rig.Log.Fetches("service", 1, Cancellation)).Select(f => (f.Outcome, f.FailureEnglish)).Single());
    }

    [Fact]
    public async Task Fetch_ServerThatHangsBeforeItsAnswer_IsGivenUpAndTheNextSourceIsNotAffected()
    {
        using var rig = Rig(o => o with { Idle = TimeSpan.FromMilliseconds(200) });

        var failure = await Refused(rig, _server.On("/hang", Hang));
        var next = await rig.Run(FetchRig.Source(_server.On("/good", http => Csv(http, Good))), Cancellation);

        Assert.Equal("No answer within 0.2 s.", failure.English);
        Assert.Equal(1, next!.Added);
    }

    [Fact]
    public async Task Fetch_ServerThatHangsInTheMiddle_IsGivenUpAndNothingIsKept()
    {
        using var rig = Rig(o => o with { Idle = TimeSpan.FromMilliseconds(200) });

        var failure = await Refused(rig, _server.On("/stall", async http =>
        {
            await Begin(http, Good);
            await Hang(http);
        }));

        Assert.Equal(("The content stalled for 0.2 s; given up.", 0), (failure.English, rig.Archived));
    }

    [Fact]
    public async Task Fetch_ServerThatDrips_IsStoppedByTheDeadline()
    {
        using var rig = Rig(o => o with { Deadline = TimeSpan.FromSeconds(1) });

        var failure = await Refused(rig, _server.On("/drip", async http =>
        {
            while (!http.RequestAborted.IsCancellationRequested)
            {
                await http.Response.WriteAsync("1");
                await http.Response.Body.FlushAsync();
                await Task.Delay(20);
            }
        }));

        Assert.Equal(("Not complete within 1 s; given up.", 0), (failure.English, rig.Archived));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Fetch_BodyCutShort_IsRefusedWholeNotTakenAsFewerRows(bool hasLength)
    {
        using var rig = Rig();

        var failure = await Refused(rig, _server.On("/cut", async http =>
        {
            if (hasLength)
                http.Response.ContentLength = Good.Length + 100;
            await Begin(http, Good);
            http.Abort();
        }));

        AssertIncomplete(failure, rig);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(8)]
    [InlineData(40)]
    public async Task Fetch_GzipCutShort_IsRefusedWhole(int missing)
    {
        using var rig = Rig();
        var packed = Gzip(Encoding.UTF8.GetBytes(Good + string.Concat(Enumerable.Range(0, 90).Select(i => $"I-QUERY,990100,{1900 + i}-Q1,{i}\n"))));

        var failure = await Refused(rig, _server.On("/gzip", http => Packed(http, packed[..^missing])));

        AssertIncomplete(failure, rig);
    }

    [Fact]
    public async Task Fetch_GzipThatIsWhole_IsRead()
    {
        using var rig = Rig();

        var outcome = await rig.Run(FetchRig.Source(_server.On("/gzip", http => Packed(http, Gzip(Encoding.UTF8.GetBytes(Good))))), Cancellation);

        Assert.Equal(1, outcome!.Added);
    }

    [Theory]
    [InlineData("text/html; charset=utf-8", "text")]
    [InlineData("text/csv", "\n <!DOCTYPE html><title>登录</title>")]
    public async Task Fetch_LoginPageWithStatus200_IsRefusedAndNotStoredAsData(string type, string page)
    {
        using var rig = Rig();

        var failure = await Refused(rig, _server.On("/login", http => Text(http, type, page)));

        Assert.Equal("HTML instead of CSV, perhaps a login or error page.", failure.English);
        Assert.Empty(await rig.Observations.Documents(10, Cancellation));
        var fetch = Assert.Single(await rig.Log.Fetches("service", 10, Cancellation));
        Assert.True(fetch is { Outcome: FetchOutcome.Failed, Sha256: not null, HttpStatus: 200 });
    }

    [Theory]
    [InlineData(SourceKind.Json, "text/plain", "Service unavailable", "The content is not JSON.")]
    [InlineData(SourceKind.Xlsx, "application/vnd.ms-excel", "a,b\n1,2\n", "The content is not XLSX.")]
    [InlineData(SourceKind.Csv, "text/csv", "", "The content is not CSV.")]
    public async Task Fetch_AnotherKindOfContent_IsRefused(SourceKind kind, string type, string content, string reason)
    {
        using var rig = Rig();
        var address = _server.On("/other", http => Text(http, type, content));

        var failure = await Assert.ThrowsAnyAsync<FetchException>(() => rig.Run(FetchRig.Source(address, kind), Cancellation));

        Assert.Equal(reason, failure.English);
    }

    [Fact]
    public async Task Fetch_NotOneUsableRow_IsAFailure()
    {
        using var rig = Rig();

        var failure = await Refused(rig, _server.On("/renamed", http => Csv(http, Good.Replace("value", "amount", StringComparison.Ordinal))));

        Assert.StartsWith("Not one row can be used;", failure.English, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Fetch_MoreThanTheLimit_IsRefused(bool hasLength)
    {
        using var rig = Rig();
        var large = new string('x', 100_001);

        var failure = await Refused(rig, _server.On("/large", http =>
        {
            if (hasLength)
                http.Response.ContentLength = large.Length;
            return Csv(http, large);
        }));

        Assert.Contains("is larger than", failure.English, StringComparison.Ordinal);
        Assert.Equal(0, rig.Archived);
    }

    [Fact]
    public async Task Fetch_GzipBomb_IsRefusedWhileItUnpacks()
    {
        using var rig = Rig();
        var bomb = Gzip(new byte[50_000_000]);

        var failure = await Refused(rig, _server.On("/bomb", http => Packed(http, bomb)));

        Assert.Contains("is larger than", failure.English, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Fetch_UnchangedByTag_IsAskedForConditionallyAndTakesNothing()
    {
        using var rig = Rig();
        var address = _server.On("/tagged", http =>
        {
            http.Response.Headers.ETag = "\"v1\"";
            http.Response.Headers.LastModified = "Mon, 01 Jan 2024 00:00:00 GMT";
            return http.Request.Headers.IfNoneMatch == "\"v1\"" && http.Request.Headers.IfModifiedSince == "Mon, 01 Jan 2024 00:00:00 GMT"
                ? Status(http, 304) : Csv(http, Good);
        });

        var first = await rig.Run(FetchRig.Source(address), Cancellation);
        var second = await rig.Run(FetchRig.Source(address), Cancellation);

        Assert.Equal(1, first!.Added);
        Assert.Null(second);
        Assert.Equal([FetchOutcome.Unchanged, FetchOutcome.Stored], (await rig.Log.Fetches("service", 10, Cancellation)).Select(f => f.Outcome));
        Assert.Equal("service", Assert.Single(await rig.Observations.Documents(10, Cancellation)).Document.Source);
    }

    [Fact]
    public async Task Fetch_SameBytesWithoutATag_AreOneDocument()
    {
        using var rig = Rig();
        var source = FetchRig.Source(_server.On("/same", http => Csv(http, Good)));
        await rig.Run(source, Cancellation);

        Assert.True((await rig.Run(source, Cancellation))!.Known);
        Assert.Single(await rig.Observations.Documents(10, Cancellation));
    }

    [Fact]
    public async Task Fetch_Credentials_AreSentToTheSourceAndNowhereElse()
    {
        var seen = new List<string>();
        await using var other = await ScriptedServer.Start();
        using var rig = new FetchRig(FetchRig.Limits(_server.Address, other.Address) with { Credentials = new Dictionary<string, string> { ["token"] = "Bearer abc" } });
        var elsewhere = other.On("/data", http =>
        {
            seen.Add("other:" + http.Request.Headers.Authorization);
            return Csv(http, Good);
        });
        var address = _server.On("/moved", http =>
        {
            seen.Add("source:" + http.Request.Headers.Authorization);
            return Redirect(http, elsewhere.AbsoluteUri);
        });

        await rig.Run(FetchRig.Source(address) with { Credentials = "token" }, Cancellation);

        Assert.Equal(["source:Bearer abc", "other:"], seen);
        Assert.DoesNotContain("abc", string.Concat((await rig.Log.Fetches("service", 10, Cancellation)).Select(f => f.ToString())), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Fetch_RedirectsInACircle_AreStopped()
    {
        using var rig = Rig();

        var failure = await Refused(rig, _server.On("/circle", http => Redirect(http, "/circle")));

        Assert.Equal(("More than 5 redirects.", 6), (failure.English, _server.TimesAsked("/circle")));
    }

    [Fact]
    public async Task Fetch_ServerThatFailedAgainAndAgain_IsLeftAloneForAWhile()
    {
        using var rig = Rig();
        var down = _server.On("/broken", http => Status(http, 500));
        await Refused(rig, down);
        await Refused(rig, down);

        var failure = await Refused(rig, down);

        Assert.Equal("The server has failed repeatedly and is left alone for now.", failure.English);
        Assert.Equal(8, _server.TimesAsked("/broken"));
    }

    [Fact]
    public async Task Fetch_SourceBackAfterADay_CatchesUpWithEveryPeriod()
    {
        using var rig = Rig();
        var isUp = false;
        var address = _server.On("/day", http => isUp ? Csv(http, Good + "I-QUERY,990100,2024-Q1,13\n") : Status(http, 404));
        for (var hour = 0; hour < 24; hour++)
            await Refused(rig, address);
        isUp = true;

        var outcome = await rig.Run(FetchRig.Source(address), Cancellation);

        Assert.Equal(2, outcome!.Added);
        Assert.Equal(24, (await rig.Log.Fetches("service", 100, Cancellation)).Count(f => f.Outcome == FetchOutcome.Failed));
    }

    [Theory]
    [InlineData("127.0.0.1", -1)]
    [InlineData("other.example", 30)]
    public async Task Fetch_CertificateThatIsExpiredOrAnothers_IsRefusedAtOnce(string name, int daysLeft)
    {
        using var certificate = Certificate(name, daysLeft);
        await using var server = await ScriptedServer.Start(certificate);
        using var rig = new FetchRig(FetchRig.Limits(server.Address));

        var failure = await Refused(rig, server.On("/tls", http => Csv(http, Good)));

        Assert.Equal("The certificate has expired, is not valid or is another host's; refused.", failure.English);
        Assert.Equal(0, server.TimesAsked("/tls"));
    }

    private FetchRig Rig(Func<FetchOptions, FetchOptions>? change = null) => new((change ?? (o => o))(FetchRig.Limits(_server.Address)));

    private static Task<FetchException> Refused(FetchRig rig, Uri address) =>
        Assert.ThrowsAnyAsync<FetchException>(() => rig.Run(FetchRig.Source(address), Cancellation));

    private static void AssertIncomplete(FetchException failure, FetchRig rig)
    {
        Assert.Equal(("内容不完整或已损坏，整份放弃。", "The content is incomplete or damaged; none of it was taken."), (failure.Chinese, failure.English));
        Assert.Equal(0, rig.Archived);
    }

    private static Task Status(HttpContext http, int status)
    {
        http.Response.StatusCode = status;
        return Task.CompletedTask;
    }

    private static Task Redirect(HttpContext http, string to)
    {
        http.Response.Redirect(to);
        return Task.CompletedTask;
    }

    private static Task Csv(HttpContext http, string text) => Text(http, "text/csv", text);

    private static Task Text(HttpContext http, string type, string text)
    {
        http.Response.ContentType = type;
        return http.Response.WriteAsync(text);
    }

    private static async Task Packed(HttpContext http, byte[] packed)
    {
        (http.Response.ContentType, http.Response.Headers.ContentEncoding) = ("text/csv", "gzip");
        await http.Response.Body.WriteAsync(packed);
    }

    private static async Task Begin(HttpContext http, string text)
    {
        http.Response.ContentType = "text/csv";
        await http.Response.WriteAsync(text);
        await http.Response.Body.FlushAsync();
    }

    private static async Task Hang(HttpContext http)
    {
        var left = new TaskCompletionSource();
        await using var registration = http.RequestAborted.Register(left.SetResult);
        await left.Task;
    }

    private static byte[] Gzip(byte[] bytes)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Optimal, leaveOpen: true))
            gzip.Write(bytes);
        return packed.ToArray();
    }

    private static X509Certificate2 Certificate(string name, int daysLeft)
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest($"CN={name}", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        var now = DateTimeOffset.UtcNow;
        using var certificate = request.CreateSelfSigned(now.AddDays(-60), now.AddDays(daysLeft));
        return X509CertificateLoader.LoadPkcs12(certificate.Export(X509ContentType.Pkcs12), null);
    }
}
