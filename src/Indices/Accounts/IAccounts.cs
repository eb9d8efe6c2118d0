namespace Indices.Accounts;

public interface IAccountReader
{
    Task<Account?> Find(string name, CancellationToken cancellation = default);

    Task<IReadOnlyList<Account>> All(CancellationToken cancellation = default);

    /// <summary>Hashes of the passwords that the account had, newest first; the present one is the first of them.</summary>
    Task<IReadOnlyList<string>> PasswordHistory(string name, int count, CancellationToken cancellation = default);

    /// <summary>Logins from an address that were refused for a wrong name or password since an instant.</summary>
    Task<int> WrongLogins(string address, DateTimeOffset since, CancellationToken cancellation = default);
}

/// <summary>Every change and its line in the audit log are one transaction.</summary>
public interface IAccountWriter
{
    /// <exception cref="InvalidOperationException">The name is taken.</exception>
    Task Create(string name, string passwordHash, Role role, bool mustChangePassword, AuditEntry audit, CancellationToken cancellation = default);

    /// <summary>Ends every session of the account.</summary>
    Task SetPassword(string name, string passwordHash, bool mustChange, AuditEntry audit, CancellationToken cancellation = default);

    /// <summary>The same password under a stronger hash; sessions go on.</summary>
    Task Rehash(string name, string passwordHash, AuditEntry audit, CancellationToken cancellation = default);

    /// <summary>Ends every session of the account.</summary>
    Task SetRole(string name, Role role, bool disabled, AuditEntry audit, CancellationToken cancellation = default);

    /// <summary>Ends every session of the account, and changes nothing else.</summary>
    Task EndSessions(string name, AuditEntry audit, CancellationToken cancellation = default);

    /// <summary>Counts a failed login and locks the account when <paramref name="lockedUntil"/> is given; zero failures clears both.</summary>
    Task RecordLogin(string name, int failures, DateTimeOffset? lockedUntil, AuditEntry audit, CancellationToken cancellation = default);
}
