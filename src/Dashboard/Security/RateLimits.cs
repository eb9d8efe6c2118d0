using System.Globalization;
using System.Threading.RateLimiting;

namespace Dashboard.Security;

/// <summary>How often one client may ask: a bucket of tokens for each address, whole networks of 64 bits for IPv6.</summary>
/// <remarks>
/// This machine is not limited unless asked for: behind a proxy that is not named in the settings, it would be everyone.
/// A bucket that is full again is forgotten, so memory is bounded by the clients of the last minute.
/// </remarks>
internal sealed class RateLimits(RateLimitOptions options) : IDisposable
{
    /// <summary>Every answer of the data interfaces.</summary>
    internal static readonly RateLimit Api = new("api", 20, TimeSpan.FromSeconds(1));

    /// <summary>Answers that take long to make.</summary>
    internal static readonly RateLimit Export = new("export", 5, TimeSpan.FromSeconds(12));

    private readonly Dictionary<RateLimit, PartitionedRateLimiter<HttpContext>> _limiters =
        new[] { Api, Export }.ToDictionary(limit => limit, limit => PartitionedRateLimiter.Create<HttpContext, ClientNetwork>(http => Bucket(limit, http, options)));

    /// <summary>Takes a token for the request; false when there is none. The headers of both cases are written to the answer.</summary>
    internal bool Admits(RateLimit limit, HttpContext http)
    {
        using var lease = _limiters[limit].AttemptAcquire(http);
        if (_limiters[limit].GetStatistics(http) is { CurrentAvailablePermits: < int.MaxValue } now)
            http.Response.OnStarting(() =>
            {
                http.Response.Headers["RateLimit-Policy"] = limit.Policy;
                http.Response.Headers["RateLimit"] = string.Create(
                    CultureInfo.InvariantCulture, $"\"{limit.Name}\";r={now.CurrentAvailablePermits};t={limit.Every.TotalSeconds}");
                return Task.CompletedTask;
            });
        if (!lease.IsAcquired)
            http.Response.Headers.RetryAfter = limit.Every.TotalSeconds.ToString(CultureInfo.InvariantCulture);
        return lease.IsAcquired;
    }

    public void Dispose()
    {
        foreach (var limiter in _limiters.Values)
            limiter.Dispose();
    }

    private static RateLimitPartition<ClientNetwork> Bucket(RateLimit limit, HttpContext http, RateLimitOptions options) =>
        !options.LimitsThisMachine && ClientAddress.IsThisMachine(ClientAddress.Of(http))
            ? RateLimitPartition.GetNoLimiter(ClientNetwork.Of(http))
            : RateLimitPartition.GetTokenBucketLimiter(ClientNetwork.Of(http), _ => new TokenBucketRateLimiterOptions
            {
                TokenLimit = limit.Burst,
                TokensPerPeriod = 1,
                ReplenishmentPeriod = limit.Every,
                AutoReplenishment = false,
            });
}

/// <param name="Burst">Tokens of a full bucket.</param>
/// <param name="Every">One token comes back in this time.</param>
internal sealed record RateLimit(string Name, int Burst, TimeSpan Every)
{
    /// <summary>As the header says it: how many in a minute, and at once.</summary>
    internal string Policy => string.Create(CultureInfo.InvariantCulture, $"\"{Name}\";q={60 / Every.TotalSeconds};w=60;burst={Burst}");
}

/// <param name="LimitsThisMachine">RateLimits:ThisMachine.</param>
internal sealed record RateLimitOptions(bool LimitsThisMachine);

/// <summary>What counts as one client: an IPv4 address, or the first 64 bits of an IPv6 one, which a household holds whole.</summary>
internal readonly record struct ClientNetwork(ulong Prefix, bool IsIPv6)
{
    internal static ClientNetwork Of(HttpContext http)
    {
        if (ClientAddress.Plain(http) is not { } address)
            return default;
        var bytes = address.GetAddressBytes();
        return bytes.Length == 4
            ? new(System.Buffers.Binary.BinaryPrimitives.ReadUInt32BigEndian(bytes), false)
            : new(System.Buffers.Binary.BinaryPrimitives.ReadUInt64BigEndian(bytes), true);
    }
}
