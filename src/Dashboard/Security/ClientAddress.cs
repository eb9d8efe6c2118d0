using System.Net;

namespace Dashboard.Security;

/// <summary>Where a request comes from.</summary>
internal static class ClientAddress
{
    /// <summary>As it is written into the audit log; null when there is no network between.</summary>
    internal static string? Of(HttpContext context) => Plain(context)?.ToString();

    /// <summary>True for this machine: behind a proxy on it, that would be everyone.</summary>
    internal static bool IsThisMachine(string? address) => string.IsNullOrEmpty(address) || (IPAddress.TryParse(address, out var parsed) && IPAddress.IsLoopback(parsed));

    /// <summary>IPv4 as such, also where it came over IPv6.</summary>
    internal static IPAddress? Plain(HttpContext context) =>
        context.Connection.RemoteIpAddress is { IsIPv4MappedToIPv6: true } mapped ? mapped.MapToIPv4() : context.Connection.RemoteIpAddress;
}
