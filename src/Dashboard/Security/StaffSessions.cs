using System.Security.Claims;
using System.Security.Cryptography;
using Indices.Accounts;

namespace Dashboard.Security;

/// <summary>Sessions of staff, kept on the server: the browser holds an unguessable name alone, so that ending one is a matter of one row.</summary>
internal sealed class StaffSessions(ISessionReader reader, ISessionWriter writer, Duties duties, TimeProvider time)
{
    internal const string Scheme = "session";
    internal const string DutyClaim = "duty";
    internal static readonly TimeSpan Longest = TimeSpan.FromHours(8);
    private const string Id = "session";
    private const string From = "from";
    private static readonly TimeSpan Idle = TimeSpan.FromMinutes(15);
    private static readonly TimeSpan Precision = TimeSpan.FromMinutes(1);

    /// <summary>Raised when sessions may have ended before their time; whoever holds one open looks again.</summary>
    internal event Action? Changed;

    /// <summary>Begins a session under a new name.</summary>
    internal async Task<ClaimsPrincipal> Begin(Account account, string? address, string agent, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        var session = new StaffSession(RandomNumberGenerator.GetHexString(64, lowercase: true), account, now, now, address, agent.Length > 200 ? agent[..200] : agent);
        await writer.Begin(session, cancellation);
        return Principal(session);
    }

    /// <summary>The session that a browser or circuit names, or null when it has ended.</summary>
    internal async Task<StaffSession?> Current(ClaimsPrincipal principal, CancellationToken cancellation) =>
        principal.FindFirstValue(Id) is { } id && await reader.Find(id, cancellation) is { } session && Lasts(session) ? session : null;

    /// <summary>The person as the account is now. Who owes a duty has a name and no role, so that every page but that of the duty is closed.</summary>
    internal ClaimsPrincipal Principal(StaffSession session)
    {
        var account = session.Account;
        return new(new ClaimsIdentity(
        [
            new Claim(ClaimTypes.Name, account.Name),
            new Claim(Id, session.Id),
            new Claim(From, session.Address ?? ""),
            duties.Of(account) is { } duty ? new Claim(DutyClaim, duty.ToString()) : new Claim(ClaimTypes.Role, account.Role.ToString()),
        ], Scheme));
    }

    /// <summary>Where the session was begun, for those that have ended.</summary>
    internal static string? AddressOf(ClaimsPrincipal principal) => principal.FindFirstValue(From) is { Length: > 0 } address ? address : null;

    internal static Duty? DutyOf(ClaimsPrincipal principal) => Enum.TryParse<Duty>(principal.FindFirstValue(DutyClaim), out var duty) ? duty : null;

    /// <summary>The person did something. Written down once a minute.</summary>
    internal async Task RecordSeen(StaffSession session, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        if (now - session.LastSeenAt >= Precision)
            await writer.RecordSeen(session.Id, now, cancellation);
    }

    /// <summary>Of everyone, newest first.</summary>
    internal async Task<IReadOnlyList<StaffSession>> Open(CancellationToken cancellation) =>
        [.. (await reader.Seen(time.GetUtcNow() - Idle, cancellation)).Where(Lasts)];

    /// <exception cref="InvalidOperationException">It has ended already.</exception>
    internal async Task End(string id, AuditEntry audit, CancellationToken cancellation)
    {
        await writer.EndSession(id, time.GetUtcNow(), audit, cancellation);
        LookAgain();
    }

    /// <summary>To be called after a change that ends sessions.</summary>
    internal void LookAgain() => Changed?.Invoke();

    private bool Lasts(StaffSession session)
    {
        var now = time.GetUtcNow();
        return now - session.BeganAt <= Longest && now - session.LastSeenAt <= Idle;
    }
}
