using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Ingest.Tests.Alerts;

/// <summary>A mail server on the loopback address that takes every message and keeps it (RFC 5321, without extensions).</summary>
internal sealed class MailReceiver : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);

    internal MailReceiver()
    {
        _listener.Start();
        _ = Serve();
    }

    internal int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    internal List<string> Messages { get; } = [];

    public void Dispose() => _listener.Dispose();

    private async Task Serve()
    {
        try
        {
            while (true)
            {
                using var client = await _listener.AcceptTcpClientAsync();
                await Talk(client.GetStream());
            }
        }
        catch (Exception closed) when (closed is ObjectDisposedException or SocketException or IOException)
        {
            // The test is over.
        }
    }

    private async Task Talk(NetworkStream stream)
    {
        using var reader = new StreamReader(stream, Encoding.Latin1);
        await using var writer = new StreamWriter(stream, Encoding.Latin1) { NewLine = "\r\n", AutoFlush = true };
        await writer.WriteLineAsync("220 test");
        while (await reader.ReadLineAsync() is { } line)
        {
            if (line.StartsWith("DATA", StringComparison.OrdinalIgnoreCase))
            {
                await writer.WriteLineAsync("354 go on");
                Messages.Add(await Message(reader));
            }
            await writer.WriteLineAsync(line.StartsWith("QUIT", StringComparison.OrdinalIgnoreCase) ? "221 bye" : "250 ok");
        }
    }

    private static async Task<string> Message(StreamReader reader)
    {
        var message = new StringBuilder();
        while (await reader.ReadLineAsync() is { } line and not ".")
            message.Append(line).Append("\r\n");
        return message.ToString();
    }
}
