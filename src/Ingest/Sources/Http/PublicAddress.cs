using System.Collections.Frozen;
using System.Net;
using System.Net.Sockets;

namespace Ingest.Sources.Http;

/// <summary>Tells addresses of the public internet from those of this machine, its networks and its cloud (IANA special-purpose registries).</summary>
internal static class PublicAddress
{
    private static readonly FrozenSet<IPNetwork> SpecialV4 = Networks(
        "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12", "192.0.0.0/24", "192.0.2.0/24",
        "192.88.99.0/24", "192.168.0.0/16", "198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24", "224.0.0.0/4", "240.0.0.0/4");

    /// <summary>Within global unicast; 6to4 and Teredo carry an IPv4 address of anyone's choosing.</summary>
    private static readonly FrozenSet<IPNetwork> SpecialV6 = Networks("2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20");

    private static readonly IPNetwork GlobalUnicast = IPNetwork.Parse("2000::/3");

    internal static bool Is(IPAddress address)
    {
        var plain = address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
        return plain.AddressFamily switch
        {
            AddressFamily.InterNetwork => !SpecialV4.Any(n => n.Contains(plain)),
            AddressFamily.InterNetworkV6 => GlobalUnicast.Contains(plain) && !SpecialV6.Any(n => n.Contains(plain)),
            _ => false,
        };
    }

    private static FrozenSet<IPNetwork> Networks(params string[] networks) => networks.Select(n => IPNetwork.Parse(n)).ToFrozenSet();
}
