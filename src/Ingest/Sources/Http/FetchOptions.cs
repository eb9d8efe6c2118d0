using System.Net;

namespace Ingest.Sources.Http;

/// <summary>How far fetching may go. Set by whoever runs the program, never by an editor of sources.</summary>
public sealed record FetchOptions
{
    /// <summary>Scheme, host and port of every server that may be asked: <c>https://data.example</c>. Plain http only where it is listed so.</summary>
    public IReadOnlyList<Uri> Servers { get; init; } = [];

    /// <summary>Networks that are not public and may be reached all the same: <c>10.20.0.0/16</c>.</summary>
    public IReadOnlyList<IPNetwork> PrivateNetworks { get; init; } = [];

    /// <summary>What is sent as Authorization, by the name that a source gives.</summary>
    public IReadOnlyDictionary<string, string> Credentials { get; init; } = new Dictionary<string, string>();

    /// <summary>For everything: retries, redirects and the last byte.</summary>
    public TimeSpan Deadline { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>The longest wait for an answer to begin, and then from one byte to the next.</summary>
    public TimeSpan Idle { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>Before the second try; doubled for each further one, with jitter. A server that says when to come back is obeyed instead.</summary>
    public TimeSpan RetryDelay { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>Of the content, unpacked.</summary>
    public long LargestBytes { get; init; } = 64L * 1024 * 1024;
}
