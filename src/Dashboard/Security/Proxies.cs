using System.Net;
using Microsoft.AspNetCore.HttpOverrides;
using IPNetwork = System.Net.IPNetwork;

namespace Dashboard.Security;

/// <summary>Proxies whose word on the client's address is taken.</summary>
internal static class Proxies
{
    /// <summary>DASHBOARD_PROXIES: addresses or networks, with commas between. Without it every forwarded header is ignored.</summary>
    /// <exception cref="InvalidOperationException">Something that is neither an address nor a network.</exception>
    internal static IApplicationBuilder UseProxies(this IApplicationBuilder app, IConfiguration configuration)
    {
        if (configuration["DASHBOARD_PROXIES"] is not { Length: > 0 } given)
            return app;
        var options = new ForwardedHeadersOptions
        {
            // One hop: what the proxy itself has seen. What a client wrote before that is not believed.
            ForwardLimit = 1,
            ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto | ForwardedHeaders.XForwardedHost,
        };
        options.KnownProxies.Clear();
        options.KnownIPNetworks.Clear();
        foreach (var text in given.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
            options.KnownIPNetworks.Add(Network(text));
        return app.UseForwardedHeaders(options);
    }

    private static IPNetwork Network(string text) =>
        IPAddress.TryParse(text, out var address) ? new IPNetwork(address, address.GetAddressBytes().Length * 8)
        : IPNetwork.TryParse(text, out var network) ? network
        : throw new InvalidOperationException($"DASHBOARD_PROXIES：“{text}”不是地址或网段。DASHBOARD_PROXIES: '{text}' is neither an address nor a network.");
}
