namespace Indices.Accounts;

/// <summary>From a login to its end.</summary>
/// <param name="Id">Unguessable; what the browser holds.</param>
/// <param name="Account">As it is now.</param>
/// <param name="LastSeenAt">When the person last did something, give or take a minute.</param>
/// <param name="Agent">What the browser calls itself.</param>
public sealed record StaffSession(string Id, Account Account, DateTimeOffset BeganAt, DateTimeOffset LastSeenAt, string? Address, string Agent);

/// <summary>Sessions that nobody ended: neither their owner, nor an administrator, nor a change of the account. How long one may last is not asked here.</summary>
public interface ISessionReader
{
    Task<StaffSession?> Find(string id, CancellationToken cancellation = default);

    /// <summary>Of everyone, newest first.</summary>
    /// <param name="since">Those seen last before it are left out.</param>
    Task<IReadOnlyList<StaffSession>> Seen(DateTimeOffset since, CancellationToken cancellation = default);
}

public interface ISessionWriter
{
    /// <summary>The login that begins it has its own line in the audit log.</summary>
    Task Begin(StaffSession session, CancellationToken cancellation = default);

    Task RecordSeen(string id, DateTimeOffset at, CancellationToken cancellation = default);

    /// <exception cref="InvalidOperationException">There is no such session, or it was ended already.</exception>
    Task EndSession(string id, DateTimeOffset at, AuditEntry audit, CancellationToken cancellation = default);
}
