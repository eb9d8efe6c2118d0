using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;
using Xunit;

namespace Dashboard.Tests.Security;

/// <summary>Headers, limits, proxies and faults on the server as it is composed for real.</summary>
public sealed class ServedSiteTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Api_BurstOverTheLimit_Is429WithTheTimeToWait()
    {
        await using var site = await ServedSite.Open("--RateLimits:ThisMachine=true");
        HttpResponseMessage? refused = null;
        var admitted = 0;
        for (var i = 0; i < 60 && refused is null; i++)
        {
            var answer = await site.Send(HttpMethod.Get, "/api/v1/indices");
            if (answer.StatusCode == HttpStatusCode.TooManyRequests)
                refused = answer;
            else
                admitted++;
        }

        Assert.InRange(admitted, 20, 30);
        Assert.Equal(TimeSpan.FromSeconds(1), refused!.Headers.RetryAfter!.Delta);
        Assert.Equal("application/problem+json", refused.Content.Headers.ContentType!.MediaType);
        Assert.Equal("\"api\";q=60;w=60;burst=20", Assert.Single(refused.Headers.GetValues("RateLimit-Policy")));
        Assert.StartsWith("\"api\";r=0", Assert.Single(refused.Headers.GetValues("RateLimit")), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await site.Send(HttpMethod.Get, "/indices")).StatusCode);
    }

    [Fact]
    public async Task Forwarded_FromTheNamedProxy_CountsTheLastHopAlone()
    {
        await using var site = await ServedSite.Open("--DASHBOARD_PROXIES=127.0.0.1");
        async Task<int> Admitted(Func<int, string> forwarded)
        {
            var count = 0;
            for (var i = 0; i < 30; i++)
                count += (await site.Send(HttpMethod.Get, "/api/v1/areas", ("X-Forwarded-For", forwarded(i)))).IsSuccessStatusCode ? 1 : 0;
            return count;
        }

        // What a client writes before the proxy's own hop changes nothing.
        Assert.InRange(await Admitted(i => $"198.51.100.{i}, 203.0.113.7"), 20, 25);
        Assert.Equal(30, await Admitted(i => $"198.51.100.{i}"));
    }

    [Fact]
    public async Task Forwarded_WithoutANamedProxy_IsIgnored()
    {
        await using var site = await ServedSite.Open("--RateLimits:ThisMachine=true");
        var count = 0;
        for (var i = 0; i < 40; i++)
            count += (await site.Send(HttpMethod.Get, "/api/v1/areas", ("X-Forwarded-For", $"198.51.100.{i}"), ("X-Forwarded-Proto", "https"), ("X-Forwarded-Prefix", "/x"))).IsSuccessStatusCode ? 1 : 0;

        Assert.InRange(count, 20, 30);
        Assert.False((await site.Send(HttpMethod.Get, "/", ("X-Forwarded-Proto", "https"))).Headers.Contains("Strict-Transport-Security"));
    }

    [Fact]
    public async Task Forwarded_HttpsByTheNamedProxy_TurnsOnStrictTransport()
    {
        await using var site = await ServedSite.Open("--DASHBOARD_PROXIES=127.0.0.0/8");

        Assert.Equal("max-age=31536000; includeSubDomains", Assert.Single((await site.Send(HttpMethod.Get, "/", ("X-Forwarded-Proto", "https"))).Headers.GetValues("Strict-Transport-Security")));
    }

    [Fact]
    public Task Proxies_NeitherAddressNorNetwork_IsRefusedAtTheStart() => Assert.ThrowsAsync<InvalidOperationException>(() => ServedSite.Open("--DASHBOARD_PROXIES=nearby"));

    [Theory]
    [InlineData("/.git/HEAD")]
    [InlineData("/.env")]
    [InlineData("/appsettings.json")]
    [InlineData("/app.db")]
    [InlineData("/statistics.db")]
    [InlineData("/statistics.db-wal")]
    [InlineData("/Dashboard.pdb")]
    [InlineData("/Dashboard.dll")]
    [InlineData("/web.config")]
    [InlineData("/swagger")]
    [InlineData("/swagger/index.html")]
    [InlineData("/metrics")]
    [InlineData("/package.json")]
    [InlineData("/..%2fappsettings.json")]
    [InlineData("/_framework/../appsettings.json")]
    public async Task ExposedFile_AskedFor_IsNotThere(string address)
    {
        await using var site = await ServedSite.Open();

        Assert.Equal(HttpStatusCode.NotFound, (await site.Send(HttpMethod.Get, address)).StatusCode);
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/indices")]
    [InlineData("/no-such-page")]
    [InlineData("/api/v1/indices")]
    [InlineData("/api/v1/none")]
    [InlineData("/sdmx/v2/data")]
    [InlineData("/login")]
    [InlineData("/console")]
    [InlineData("/screen")]
    [InlineData("/css/public.css")]
    public async Task AnyRoute_HasTheHeaders_AndTraceIs405(string address)
    {
        await using var site = await ServedSite.Open();
        var answer = await site.Send(HttpMethod.Get, address);

        Assert.Equal("nosniff", Assert.Single(answer.Headers.GetValues("X-Content-Type-Options")));
        Assert.Contains("frame-ancestors", Assert.Single(answer.Headers.GetValues("Content-Security-Policy")), StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe-eval", Assert.Single(answer.Headers.GetValues("Content-Security-Policy")), StringComparison.Ordinal);
        Assert.True(answer.Headers.Contains("Referrer-Policy"));
        Assert.False(answer.Headers.Contains("Server"));
        Assert.Equal(HttpStatusCode.MethodNotAllowed, (await site.Send(HttpMethod.Trace, address)).StatusCode);
    }

    [Fact]
    public async Task Address_OfOneMegabyte_IsRefusedUnread()
    {
        await using var site = await ServedSite.Open();
        using var client = new TcpClient();
        await client.ConnectAsync(IPAddress.Loopback, site.Address.Port, Cancellation);
        var stream = client.GetStream();
        try
        {
            await stream.WriteAsync(Encoding.ASCII.GetBytes($"GET /sdmx/v2/data?c[NODE]={new string('A', 1_000_000)} HTTP/1.1\r\nHost: x\r\n\r\n"), Cancellation);
        }
        catch (IOException)
        {
            // The server has hung up before the end.
        }
        var line = await new StreamReader(stream).ReadLineAsync(Cancellation);

        Assert.Contains("414", line, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/api/v1/none", HttpStatusCode.NotFound)]
    [InlineData("/api/v2", HttpStatusCode.NotFound)]
    [InlineData("/api/v1/indices/NONE", HttpStatusCode.NotFound)]
    [InlineData("/api/v1/indices/NONE/releases?page=x", HttpStatusCode.BadRequest)]
    [InlineData("/api/v1/indices/NONE/observations?pageSize=100000", HttpStatusCode.BadRequest)]
    public async Task ApiFault_OfAnyKind_IsAProblem(string address, HttpStatusCode status)
    {
        await using var site = await ServedSite.Open();
        var answer = await site.Send(HttpMethod.Get, address);

        Assert.Equal(status, answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType!.MediaType);
        Assert.Equal((int)status, JsonDocument.Parse(await answer.Content.ReadAsStringAsync(Cancellation)).RootElement.GetProperty("status").GetInt32());
        Assert.Equal(HttpStatusCode.MethodNotAllowed, (await site.Send(HttpMethod.Delete, "/api/v1/indices")).StatusCode);
    }

    [Fact]
    public async Task Preflight_OfAnotherSite_IsAllowedForReading()
    {
        await using var site = await ServedSite.Open();
        foreach (var address in new[] { "/api/v1/indices", "/sdmx/v1/data/INDICES" })
        {
            var answer = await site.Send(HttpMethod.Options, address, ("Origin", "https://elsewhere.example"), ("Access-Control-Request-Method", "GET"));

            Assert.Equal(HttpStatusCode.NoContent, answer.StatusCode);
            Assert.Equal("*", Assert.Single(answer.Headers.GetValues("Access-Control-Allow-Origin")));
            Assert.False(answer.Headers.Contains("Access-Control-Allow-Credentials"));
        }
        Assert.Equal("*", Assert.Single((await site.Send(HttpMethod.Head, "/api/v1/indices")).Headers.GetValues("Access-Control-Allow-Origin")));
    }
}
