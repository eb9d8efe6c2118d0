using System.Collections.Concurrent;
using System.Net;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Ingest.Tests.Sources.Http;

/// <summary>A real Kestrel server on a free port of the loopback address that behaves as each path's script says.</summary>
internal sealed class ScriptedServer : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly ConcurrentDictionary<string, Func<HttpContext, int, Task>> _scripts = new();
    private readonly ConcurrentDictionary<string, int> _asked = new();

    private ScriptedServer(X509Certificate2? certificate)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(k => k.Listen(IPAddress.Loopback, 0, listen =>
        {
            if (certificate is not null)
                listen.UseHttps(certificate);
        }));
        if (certificate is not null)
            builder.WebHost.UseKestrelHttpsConfiguration();
        _app = builder.Build();
        _app.Run(Answer);
    }

    internal static async Task<ScriptedServer> Start(X509Certificate2? certificate = null)
    {
        var server = new ScriptedServer(certificate);
        await server._app.StartAsync();
        return server;
    }

    internal Uri Address => new(_app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single());

    /// <summary>What a path does; told how many times it was asked before.</summary>
    internal Uri On(string path, Func<HttpContext, int, Task> script)
    {
        _scripts[path] = script;
        return new Uri(Address, path);
    }

    internal Uri On(string path, Func<HttpContext, Task> script) => On(path, (http, _) => script(http));

    internal int TimesAsked(string path) => _asked.GetValueOrDefault(path);

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private Task Answer(HttpContext http)
    {
        var before = _asked.AddOrUpdate(http.Request.Path, 1, (_, n) => n + 1) - 1;
        return _scripts[http.Request.Path](http, before);
    }
}
