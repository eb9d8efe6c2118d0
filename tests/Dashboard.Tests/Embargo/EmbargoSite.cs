using System.Net;
using System.Net.Sockets;
using Indices.Methodology;
using Indices.Releases;
using Indices.Storage;
using Indices.Time;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using TestSupport;

namespace Dashboard.Tests.Embargo;

/// <summary>The server as it is composed for real, on a data directory of its own and with a clock that the test holds.</summary>
internal sealed class EmbargoSite : IAsyncDisposable
{
    /// <summary>The instant of the release that waits.</summary>
    internal static readonly DateTimeOffset Instant = new(2026, 11, 24, 8, 0, 0, TimeSpan.Zero);

    private readonly DirectoryInfo _data;
    private readonly WebApplication _app;
    private readonly SocketsHttpHandler _handler;
    private int _visitors;

    private EmbargoSite(DirectoryInfo data, DateTimeOffset now)
    {
        _data = data;
        Clock = new FakeTimeProvider(now);
        _app = DashboardServer.Create(
        [
            $"--DASHBOARD_DATA={data.FullName}", "--DASHBOARD_PROFILE=none", $"--DASHBOARD_SEED={SeedDefinitions.Folder}",
            "--DASHBOARD_SECOND_FACTOR=optional", "--Logging:Console:LogLevel:Default=None", "--urls=http://127.0.0.1:0",
        ], Clock);
        // Limits are for each address, so every request comes from one of its own.
        _handler = new SocketsHttpHandler { AutomaticDecompression = DecompressionMethods.None, AllowAutoRedirect = false, PooledConnectionLifetime = TimeSpan.Zero, UseCookies = false, ConnectCallback = Connect };
        Client = new HttpClient(_handler);
    }

    internal FakeTimeProvider Clock { get; }

    internal HttpClient Client { get; }

    internal IServiceProvider Services => _app.Services;

    internal IEnumerable<RouteEndpoint> Endpoints => _app.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>();

    private static CancellationToken Cancellation => Xunit.TestContext.Current.CancellationToken;

    /// <param name="prepare">Fills the database before the server starts.</param>
    /// <param name="from">A folder to start from instead of an empty one.</param>
    internal static async Task<EmbargoSite> Open(DateTimeOffset now, Func<IServiceProvider, Task> prepare, DirectoryInfo? from = null)
    {
        var data = Directory.CreateTempSubdirectory("embargo-");
        await Prepare(data, prepare, from);
        var site = new EmbargoSite(data, now);
        await site._app.StartAsync(Cancellation);
        site.Client.BaseAddress = new Uri(site._app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());
        return site;
    }

    /// <summary>A database with the definitions and with what is public, closed again.</summary>
    internal static async Task Prepare(DirectoryInfo data, Func<IServiceProvider, Task> prepare, DirectoryInfo? from = null)
    {
        if (from is not null)
            foreach (var file in from.EnumerateFiles("*", SearchOption.AllDirectories))
            {
                var target = Path.Combine(data.FullName, Path.GetRelativePath(from.FullName, file.FullName));
                Directory.CreateDirectory(Path.GetDirectoryName(target)!);
                file.CopyTo(target);
            }
        await using var services = new ServiceCollection().AddIndicesStorage(new StorageOptions(Path.Combine(data.FullName, "statistics.db"))).BuildServiceProvider();
        services.GetRequiredService<IStorageMigrator>().Migrate();
        if (from is null)
            await services.GetRequiredService<IDefinitionWriter>().Accept(SeedDefinitions.Files, Canary.Known, Cancellation);
        await prepare(services);
    }

    internal async Task<Answer> Ask(string address, Action<HttpRequestMessage>? with = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(address, UriKind.Relative));
        // Addresses in answers follow the host that was asked for, and the port is any.
        request.Headers.Host = "site.example";
        with?.Invoke(request);
        using var response = await Client.SendAsync(request, Cancellation);
        return new Answer(
            (int)response.StatusCode,
            [.. response.Headers.Concat(response.Content.Headers).Where(h => h.Key is not ("Date" or "Connection")).OrderBy(h => h.Key, StringComparer.Ordinal)
                .Select(h => $"{h.Key}: {string.Join(", ", h.Value)}")],
            await response.Content.ReadAsByteArrayAsync(Cancellation));
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        _handler.Dispose();
        await _app.StopAsync(CancellationToken.None);
        await _app.DisposeAsync();
        _data.Delete(recursive: true);
    }

    private async ValueTask<Stream> Connect(SocketsHttpConnectionContext context, CancellationToken cancellation)
    {
        var visitor = Interlocked.Increment(ref _visitors);
        var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        socket.Bind(new IPEndPoint(new IPAddress([127, (byte)(1 + visitor / 62_500 % 250), (byte)(visitor / 250 % 250), (byte)(1 + visitor % 250)]), 0));
        await socket.ConnectAsync(context.DnsEndPoint.Host, context.DnsEndPoint.Port, cancellation);
        return new NetworkStream(socket, ownsSocket: true);
    }
}

/// <param name="Headers">All but the date.</param>
internal sealed record Answer(int Status, IReadOnlyList<string> Headers, byte[] Body)
{
    internal string? Header(string name) => Headers.Where(h => h.StartsWith(name + ": ", StringComparison.OrdinalIgnoreCase)).Select(h => h[(name.Length + 2)..]).SingleOrDefault();
}
