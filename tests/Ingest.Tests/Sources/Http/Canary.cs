using System.Net;
using System.Net.Sockets;

namespace Ingest.Tests.Sources.Http;

/// <summary>Listens on one port of every loopback address and counts whoever comes.</summary>
internal sealed class Canary : IDisposable
{
    private readonly List<TcpListener> _listeners = [];
    private int _visits;

    internal Canary()
    {
        var first = Listen(IPAddress.Any, 0);
        Port = ((IPEndPoint)first.LocalEndpoint).Port;
        if (Socket.OSSupportsIPv6)
            Listen(IPAddress.IPv6Loopback, Port);
    }

    internal int Port { get; }

    internal int Visits => Volatile.Read(ref _visits);

    public void Dispose() => _listeners.ForEach(l => l.Dispose());

    private TcpListener Listen(IPAddress address, int port)
    {
        var listener = new TcpListener(address, port);
        listener.Start();
        _listeners.Add(listener);
        _ = Count(listener);
        return listener;
    }

    private async Task Count(TcpListener listener)
    {
        try
        {
            while (true)
            {
                using var visitor = await listener.AcceptTcpClientAsync();
                Interlocked.Increment(ref _visits);
            }
        }
        catch (Exception closed) when (closed is ObjectDisposedException or SocketException)
        {
            // The test is over.
        }
    }
}
