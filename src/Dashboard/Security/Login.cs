using Indices.Accounts;

namespace Dashboard.Security;

/// <summary>Checks a name and a password: five wrong tries lock the account for fifteen minutes, and every answer looks the same.</summary>
internal sealed class Login(IAccountReader accounts, IAccountWriter writer, Passwords passwords, TimeProvider time)
{
    private const int Tries = 5;
    private static readonly TimeSpan LockFor = TimeSpan.FromMinutes(15);

    /// <returns>The account, or null when the login is refused for whatever reason.</returns>
    internal async Task<Account?> Check(string name, string password, string? address, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        var account = await accounts.Find(name, cancellation);
        var right = await passwords.Verify(account, password, cancellation);
        if (account is null)
        {
            await writer.Record(new AuditEntry(now, "-", "login", name, "unknown", address), cancellation);
            return null;
        }
        if (account.IsDisabled || account.LockedUntil > now)
        {
            await writer.Record(new AuditEntry(now, account.Name, "login", account.Name, account.IsDisabled ? "disabled" : "locked", address), cancellation);
            return null;
        }
        var failures = right ? 0 : account.FailedLogins + 1;
        var lockedUntil = failures >= Tries ? now + LockFor : (DateTimeOffset?)null;
        await writer.RecordLogin(account.Name, lockedUntil is null ? failures : 0, lockedUntil,
            new AuditEntry(now, account.Name, "login", account.Name, right ? "ok" : lockedUntil is null ? "wrong" : "locked", address), cancellation);
        return right ? account : null;
    }
}
