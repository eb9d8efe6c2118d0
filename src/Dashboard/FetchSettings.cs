using System.Net;
using Ingest.Sources.Http;

namespace Dashboard;

/// <summary>Reads which servers may be asked: <c>Fetch:Servers</c>, <c>Fetch:PrivateNetworks</c> (lists) and <c>Fetch:Credentials:NAME</c>.</summary>
internal static class FetchSettings
{
    /// <exception cref="InvalidOperationException">A setting has no meaning.</exception>
    internal static FetchOptions Of(IConfigurationSection section) => new()
    {
        Servers = [.. Texts(section, "Servers").Select(ServerOf)],
        PrivateNetworks = [.. Texts(section, "PrivateNetworks").Select(NetworkOf)],
        Credentials = section.GetSection("Credentials").GetChildren().Where(c => c.Value is { Length: > 0 }).ToDictionary(c => c.Key, c => c.Value!),
    };

    private static IEnumerable<string> Texts(IConfigurationSection section, string key) =>
        section.GetSection(key).GetChildren().Select(c => c.Value).OfType<string>().Where(t => t.Length > 0);

    private static Uri ServerOf(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var server) && server.Scheme is "https" or "http" && server.PathAndQuery == "/" && server.UserInfo.Length == 0
            ? server
            : throw new InvalidOperationException($"Fetch:Servers：“{text}”须写作 https://主机 或 https://主机:端口。Fetch:Servers: '{text}' must be https://host or https://host:port.");

    private static IPNetwork NetworkOf(string text) => IPNetwork.TryParse(text, out var network)
        ? network
        : throw new InvalidOperationException($"Fetch:PrivateNetworks：“{text}”须写作 10.20.0.0/16。Fetch:PrivateNetworks: '{text}' must be a network such as 10.20.0.0/16.");
}
