using System.Net;
using System.Net.WebSockets;
using Dashboard.Live;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Dashboard.Tests.Live;

public sealed class CircuitDoorTests : IAsyncLifetime
{
    private WebApplication _app = null!;

    public async ValueTask InitializeAsync()
    {
        var builder = WebApplication.CreateBuilder();
        builder.WebHost.UseTestServer();
        builder.Services.AddRazorComponents().AddInteractiveServerComponents(CircuitDoor.Limit);
        builder.Services.AddSingleton(new CircuitPlaces(new CircuitLimits { PerAddress = 2 }));
        _app = builder.Build();
        _app.UseAntiforgery();
        _app.MapRazorComponents<Dashboard.Components.App>().AddInteractiveServerRenderMode().WithGuardedCircuits();
        await _app.StartAsync(TestContext.Current.CancellationToken);
    }

    [Theory]
    [InlineData("http://evil.example")]
    [InlineData("http://sub.localhost")]
    [InlineData("http://localhost:81")]
    [InlineData("null")]
    public async Task WebSocket_OfAnotherOrigin_IsRefused(string origin)
    {
        var failure = await Assert.ThrowsAsync<InvalidOperationException>(() => Connect(origin));

        Assert.Contains("403", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WebSocket_OfOurOwnPages_IsOpened()
    {
        using var socket = await Connect("http://localhost");

        Assert.Equal(System.Net.WebSockets.WebSocketState.Open, socket.State);
    }

    [Theory]
    [InlineData("http://evil.example", HttpStatusCode.Forbidden)]
    [InlineData("http://localhost", HttpStatusCode.OK)]
    public async Task Negotiation_IsForOurOwnPagesAlone(string origin, HttpStatusCode expected)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/_blazor/negotiate?negotiateVersion=1");
        request.Headers.Add("Origin", origin);

        using var response = await _app.GetTestClient().SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal(expected, response.StatusCode);
        if (response.IsSuccessStatusCode)
            Assert.DoesNotContain("LongPolling", await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("GET")]
    [InlineData("POST")]
    public async Task LongPolling_IsRefused(string method)
    {
        var client = _app.GetTestClient();
        using var negotiated = await client.PostAsync("/_blazor/negotiate?negotiateVersion=1", null, TestContext.Current.CancellationToken);
        using var answer = System.Text.Json.JsonDocument.Parse(await negotiated.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        using var request = new HttpRequestMessage(new HttpMethod(method), "/_blazor?id=" + answer.RootElement.GetProperty("connectionToken").GetString());

        using var response = await client.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.InRange((int)response.StatusCode, 400, 499);
    }

    [Fact]
    public async Task WebSocket_OverTheCap_IsRefusedAndSoAreThePagesUntilAPlaceIsLeft()
    {
        using var first = await Connect("http://localhost");
        var second = await Connect("http://localhost");
        var client = _app.GetTestClient();

        var failure = await Assert.ThrowsAsync<InvalidOperationException>(() => Connect("http://localhost"));
        Assert.Contains("503", failure.Message, StringComparison.Ordinal);
        using var page = await client.GetAsync("/screen", Cancellation);
        Assert.Equal((HttpStatusCode.ServiceUnavailable, "text/plain", TimeSpan.FromMinutes(1)), (page.StatusCode, page.Content.Headers.ContentType?.MediaType, page.Headers.RetryAfter?.Delta));
        Assert.Contains("Too many pages are open.", await page.Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);

        await second.CloseAsync(WebSocketCloseStatus.NormalClosure, null, Cancellation);
        second.Dispose();
        var places = _app.Services.GetRequiredService<CircuitPlaces>();
        while (places.AreTaken(""))
            await Task.Yield();
        using var third = await Connect("http://localhost");
        Assert.Equal(WebSocketState.Open, third.State);
    }

    [Theory]
    [InlineData(30_000, true)]
    [InlineData(33_000, false)]
    public async Task Message_OfASize_IsReadUpToThirtyTwoKilobytes(int bytes, bool isRead)
    {
        using var socket = await Connect("http://localhost");
        await socket.SendAsync("{\"protocol\":\"blazorpack\",\"version\":1}\u001e"u8.ToArray().AsMemory(), WebSocketMessageType.Text, true, Cancellation);
        Assert.Equal(3, (await socket.ReceiveAsync(new byte[100].AsMemory(), Cancellation)).Count);

        await socket.SendAsync(InvocationOfX(bytes), WebSocketMessageType.Binary, true, Cancellation);
        var answer = new byte[1000];
        var received = await socket.ReceiveAsync(answer.AsMemory(), Cancellation);

        // What was read is answered: there is no method X. What is too long ends the connection.
        Assert.Equal(isRead, System.Text.Encoding.UTF8.GetString(answer, 0, received.Count).Contains("'X'", StringComparison.Ordinal));
    }

    [Fact]
    public void Limits_OfTheHub_AreNotRaised()
    {
        var hub = _app.Services.GetRequiredService<Microsoft.Extensions.Options.IOptions<Microsoft.AspNetCore.SignalR.HubOptions>>().Value;
        var circuits = _app.Services.GetRequiredService<Microsoft.Extensions.Options.IOptions<Microsoft.AspNetCore.Components.Server.CircuitOptions>>().Value;

        Assert.InRange(hub.MaximumReceiveMessageSize ?? long.MaxValue, 0, 32 * 1024);
        Assert.InRange(hub.HandshakeTimeout ?? TimeSpan.MaxValue, TimeSpan.Zero, TimeSpan.FromSeconds(15));
        Assert.Equal((20, 0, false), (circuits.DisconnectedCircuitMaxRetained, circuits.PersistedCircuitInMemoryMaxRetained, circuits.DetailedErrors));
    }

    public async ValueTask DisposeAsync() => await _app.DisposeAsync();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>In MessagePack, after its length: [1, {}, "1", "X", [some bytes], []].</summary>
    private static ReadOnlyMemory<byte> InvocationOfX(int bytes)
    {
        var length = bytes - 3;
        var argument = length - 12;
        byte[] head = [0x96, 1, 0x80, 0xa1, (byte)'1', 0xa1, (byte)'X', 0x91, 0xc5, (byte)(argument >> 8), (byte)(argument & 0xff)];
        byte[] message = [(byte)((length & 0x7f) | 0x80), (byte)(((length >> 7) & 0x7f) | 0x80), (byte)(length >> 14), .. head, .. new byte[argument], 0x90];
        Assert.Equal(bytes, message.Length);
        return message;
    }

    private Task<System.Net.WebSockets.WebSocket> Connect(string origin)
    {
        var client = _app.GetTestServer().CreateWebSocketClient();
        client.ConfigureRequest = request => request.Headers.Origin = origin;
        return client.ConnectAsync(new Uri("ws://localhost/_blazor"), TestContext.Current.CancellationToken);
    }
}
