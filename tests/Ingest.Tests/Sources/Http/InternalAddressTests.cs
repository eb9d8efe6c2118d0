using System.Globalization;
using System.Net;
using Ingest.Sources.Http;
using Microsoft.AspNetCore.Http;
using Xunit;

namespace Ingest.Tests.Sources.Http;

/// <summary>Addresses that lead into this machine or its networks, with listeners that would notice a single connection.</summary>
public sealed class InternalAddressTests : IDisposable
{
    private readonly Canary _canary = new();

    public static TheoryData<string> Hosts =>
    [
        "http://127.0.0.1:{0}/", "http://127.1:{0}/", "http://127.8.9.1:{0}/", "http://2130706433:{0}/", "http://0x7f000001:{0}/", "http://0177.0.0.1:{0}/",
        "http://0:{0}/", "http://0.0.0.0:{0}/", "http://[::1]:{0}/", "http://[::]:{0}/", "http://[::ffff:127.0.0.1]:{0}/", "http://[::ffff:7f00:1]:{0}/",
        "http://[::127.0.0.1]:{0}/", "http://[64:ff9b::7f00:1]:{0}/", "http://[2002:7f00:1::]:{0}/", "http://[fe80::1]:{0}/", "http://[fd00::1]:{0}/",
        "http://localhost:{0}/", "http://LOCALHOST.:{0}/", "http://１２７.0.0.1:{0}/", "http://127。0。0。1:{0}/",
        "http://10.0.0.1:{0}/", "http://172.16.0.1:{0}/", "http://192.168.1.1:{0}/", "http://100.64.0.1:{0}/", "http://169.254.169.254/latest/meta-data/",
        "http://198.18.0.1:{0}/", "http://224.0.0.1:{0}/", "http://255.255.255.255:{0}/", "https://127.0.0.1:{0}/",
    ];

    public static TheoryData<string> Others =>
    [
        "file:///etc/passwd", "gopher://127.0.0.1:{0}/_", "ftp://127.0.0.1:{0}/", "ws://127.0.0.1:{0}/",
        "http://data.example@127.0.0.1:{0}/", "http://data.example:80@127.0.0.1:{0}/",
    ];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => _canary.Dispose();

    [Theory]
    [MemberData(nameof(Hosts))]
    [MemberData(nameof(Others))]
    public async Task Fetch_ServerThatIsNotListed_IsRefusedWithoutAConnection(string payload)
    {
        using var rig = new FetchRig(FetchRig.Limits(new Uri("https://data.example")));

        await AssertRefused(rig, At(payload));
    }

    // Listed by mistake, or by someone who controls the list but not the network.
    [Theory]
    [MemberData(nameof(Hosts))]
    public async Task Fetch_ListedServerAtAnInternalAddress_IsRefusedWithoutAConnection(string payload)
    {
        using var rig = new FetchRig(FetchRig.Limits(At(payload)) with { PrivateNetworks = [] });

        await AssertRefused(rig, At(payload));
    }

    [Theory]
    [MemberData(nameof(Hosts))]
    [MemberData(nameof(Others))]
    public async Task Fetch_RedirectToAnInternalAddress_IsRefusedWithoutAConnection(string payload)
    {
        await using var server = await ScriptedServer.Start();
        using var rig = new FetchRig(FetchRig.Limits(server.Address));
        // A header holds ASCII alone: other digits travel percent-encoded.
        var to = string.Concat(string.Format(CultureInfo.InvariantCulture, payload, _canary.Port).Select(c => c < 128 ? c.ToString() : Uri.EscapeDataString(c.ToString())));
        var address = server.On("/moved", http =>
        {
            http.Response.StatusCode = 302;
            http.Response.Headers.Location = to;
            return Task.CompletedTask;
        });

        await AssertRefused(rig, address);
        Assert.Equal(1, server.TimesAsked("/moved"));
    }

    [Theory]
    [InlineData("127.0.0.1")]
    [InlineData("93.184.216.34 127.0.0.1")]
    [InlineData("::1")]
    [InlineData("::ffff:127.0.0.1")]
    [InlineData("169.254.169.254")]
    public async Task Fetch_NameThatResolvesToAnInternalAddress_IsRefusedWithoutAConnection(string addresses)
    {
        var named = new Uri(string.Create(CultureInfo.InvariantCulture, $"http://data.example:{_canary.Port}/"));
        using var rig = new FetchRig(FetchRig.Limits(named) with { PrivateNetworks = [] }, (_, _) => Task.FromResult(addresses.Split(' ').Select(IPAddress.Parse).ToArray()));

        await AssertRefused(rig, named);
    }

    [Fact]
    public async Task Fetch_NameThatChangesItsMind_IsJudgedByTheAddressConnectedTo()
    {
        await using var server = await ScriptedServer.Start();
        var lookups = 0;
        var named = new Uri($"http://data.example:{server.Address.Port}/rebound");
        // 127.0.0.1 is listed here and stands for the public server; 127.0.0.2 is what the name says the second time.
        using var rig = new FetchRig(FetchRig.Limits(named), (_, _) => Task.FromResult(new[] { IPAddress.Parse(lookups++ == 0 ? "127.0.0.1" : "127.0.0.2") }));
        server.On("/rebound", http =>
        {
            http.Response.Headers.Connection = "close";
            http.Response.StatusCode = 404;
            return Task.CompletedTask;
        });

        var first = await Assert.ThrowsAnyAsync<FetchException>(() => rig.Run(FetchRig.Source(named), Cancellation));
        await AssertRefused(rig, named);

        Assert.Equal(("The source answered HTTP 404.", 1, 2), (first.English, server.TimesAsked("/rebound"), lookups));
    }

    [Fact]
    public async Task Fetch_PlainHttpWhereHttpsIsListed_IsRefused()
    {
        var listed = new Uri(string.Create(CultureInfo.InvariantCulture, $"https://127.0.0.1:{_canary.Port}/"));
        using var rig = new FetchRig(FetchRig.Limits(listed));

        await AssertRefused(rig, new UriBuilder(listed) { Scheme = "http" }.Uri);
    }

    [Theory]
    [InlineData("8.8.8.8", true)]
    [InlineData("2400:3200::1", true)]
    [InlineData("::ffff:8.8.8.8", true)]
    [InlineData("192.0.2.1", false)]
    [InlineData("2001:db8::1", false)]
    [InlineData("ff02::1", false)]
    public void PublicAddress_Registries_AreFollowed(string address, bool isPublic) =>
        Assert.Equal(isPublic, PublicAddress.Is(IPAddress.Parse(address)));

    private Uri At(string payload) => new(string.Format(CultureInfo.InvariantCulture, payload, _canary.Port));

    private async Task AssertRefused(FetchRig rig, Uri address)
    {
        var refusal = await Assert.ThrowsAnyAsync<FetchException>(() => rig.Run(FetchRig.Source(address), Cancellation));
        // Some resolvers do not know a name with a dot at its end, and some redirects are no address at all.
        Assert.True(refusal is RefusedAddressException || refusal.English is "The host was not found." or "The source answered HTTP 302.", refusal.English);
        Assert.Equal((0, 0), (_canary.Visits, rig.Archived));
    }
}
