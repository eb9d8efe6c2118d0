namespace Indices.Accounts;

/// <summary>A member of staff.</summary>
/// <param name="Stamp">Changes with password, role or state; a session with another stamp has ended.</param>
public sealed record Account(
    long Id,
    string Name,
    string PasswordHash,
    Role Role,
    string Stamp,
    bool IsDisabled,
    int FailedLogins,
    DateTimeOffset? LockedUntil,
    bool MustChangePassword);

/// <summary>Each role may do what the one before it may.</summary>
public enum Role
{
    /// <summary>操作员: brings data in and runs jobs.</summary>
    Operator,
    /// <summary>审核: what an operator may, and approves and publishes.</summary>
    Reviewer,
    /// <summary>管理: what a reviewer may, and manages accounts.</summary>
    Administrator,
}

public interface IAccountReader
{
    Task<Account?> Find(string name, CancellationToken cancellation = default);

    Task<IReadOnlyList<Account>> All(CancellationToken cancellation = default);

    /// <summary>Newest first.</summary>
    Task<IReadOnlyList<AuditEntry>> Audit(int count, CancellationToken cancellation = default);
}

public interface IAccountWriter
{
    /// <exception cref="InvalidOperationException">The name is taken.</exception>
    Task Create(string name, string passwordHash, Role role, bool mustChangePassword, AuditEntry audit, CancellationToken cancellation = default);

    Task SetPassword(string name, string passwordHash, bool mustChange, AuditEntry audit, CancellationToken cancellation = default);

    Task SetRole(string name, Role role, bool disabled, AuditEntry audit, CancellationToken cancellation = default);

    /// <summary>Counts a failed login and locks the account when <paramref name="lockedUntil"/> is given; zero failures clears both.</summary>
    Task RecordLogin(string name, int failures, DateTimeOffset? lockedUntil, AuditEntry audit, CancellationToken cancellation = default);

    /// <summary>Appends one line of the audit log.</summary>
    Task Record(AuditEntry audit, CancellationToken cancellation = default);
}

/// <param name="Action">What was done, as a short code such as <c>release.approve</c>.</param>
/// <param name="Subject">What it was done to.</param>
public sealed record AuditEntry(DateTimeOffset At, string By, string Action, string Subject, string Result, string? Address);
