using System.Net;
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

    public async ValueTask DisposeAsync() => await _app.DisposeAsync();

    private Task<System.Net.WebSockets.WebSocket> Connect(string origin)
    {
        var client = _app.GetTestServer().CreateWebSocketClient();
        client.ConfigureRequest = request => request.Headers.Origin = origin;
        return client.ConnectAsync(new Uri("ws://localhost/_blazor"), TestContext.Current.CancellationToken);
    }
}
