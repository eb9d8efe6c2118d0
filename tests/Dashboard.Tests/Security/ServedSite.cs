using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using TestSupport;
using Xunit;

namespace Dashboard.Tests.Security;

/// <summary>The server as it is composed for real, on a port of its own, without data.</summary>
internal sealed class ServedSite : IAsyncDisposable
{
    private readonly DirectoryInfo _data = Directory.CreateTempSubdirectory("served-site-");

    private ServedSite(string[] settings) => App = DashboardServer.Create(
    [
        $"--DASHBOARD_DATA={_data.FullName}", "--DASHBOARD_PROFILE=none", $"--DASHBOARD_SEED={RepositoryRoot.File("data", "seed")}", "--urls=http://127.0.0.1:0", .. settings,
    ]);

    internal WebApplication App { get; }

    internal HttpClient Client { get; private set; } = null!;

    internal Uri Address => new(App.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single());

    internal static async Task<ServedSite> Open(params string[] settings)
    {
        var site = new ServedSite(settings);
        await site.App.StartAsync(TestContext.Current.CancellationToken);
        site.Client = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = site.Address };
        return site;
    }

    internal async Task<HttpResponseMessage> Send(HttpMethod method, string address, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(method, new Uri(address, UriKind.Relative));
        foreach (var (name, value) in headers)
            request.Headers.TryAddWithoutValidation(name, value);
        return await Client.SendAsync(request, TestContext.Current.CancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await App.StopAsync(CancellationToken.None);
        await App.DisposeAsync();
        _data.Delete(true);
    }
}
