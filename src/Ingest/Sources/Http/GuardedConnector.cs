using System.Net;
using System.Net.Sockets;

namespace Ingest.Sources.Http;

/// <summary>Opens connections to addresses that were looked at: the very address that passed is connected to, so a name that changes its mind in between gains nothing.</summary>
/// <param name="resolve">All addresses of a host name.</param>
internal sealed class GuardedConnector(FetchOptions options, Func<string, CancellationToken, Task<IPAddress[]>> resolve)
{
    /// <exception cref="RefusedAddressException">Any of the host's addresses is neither public nor listed.</exception>
    internal async ValueTask<Stream> Connect(SocketsHttpConnectionContext context, CancellationToken cancellation)
    {
        // Resolvers refuse some literals, such as 0.0.0.0, for reasons of their own.
        var addresses = IPAddress.TryParse(context.DnsEndPoint.Host, out var literal) ? [literal] : await resolve(context.DnsEndPoint.Host, cancellation);
        foreach (var address in addresses)
            Require(address, context.DnsEndPoint.Host);
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(addresses, context.DnsEndPoint.Port, cancellation);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    private void Require(IPAddress address, string host)
    {
        var plain = address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
        if (PublicAddress.Is(plain) || options.PrivateNetworks.Any(n => n.Contains(plain)))
            return;
        throw new RefusedAddressException(
            $"“{host}”指向非公网地址 {plain}，已拒绝（设置 Fetch:PrivateNetworks）。",
            $"'{host}' leads to {plain}, which is not a public address (setting Fetch:PrivateNetworks).");
    }
}
