using Indices.Accounts;

namespace Dashboard.Security;

/// <summary>Checks a name and a password: five wrong tries lock the account for fifteen minutes, and every answer looks the same.</summary>
internal sealed class Login(IAccountReader accounts, IAccountWriter writer, Passwords passwords, TimeProvider time) : IDisposable
{
    private const int Tries = 5;
    private static readonly TimeSpan LockFor = TimeSpan.FromMinutes(15);

    // Guesses made at the same time must all count.
    private readonly SemaphoreSlim _counting = new(1);

    /// <returns>The account, or null when the login is refused for whatever reason.</returns>
    internal async Task<Account?> Check(string name, string password, string? address, CancellationToken cancellation)
    {
        var right = await passwords.Verify(await accounts.Find(name, cancellation), password, cancellation);
        await _counting.WaitAsync(cancellation);
        try
        {
            // Read again: others may have tried during the slow verification.
            return await Decide(await accounts.Find(name, cancellation), name, right, address, cancellation);
        }
        finally
        {
            _counting.Release();
        }
    }

    public void Dispose() => _counting.Dispose();

    private async Task<Account?> Decide(Account? account, string name, bool right, string? address, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
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
        // A lock that has run out leaves a full set of tries.
        var failures = right ? 0 : account.LockedUntil is null ? account.FailedLogins + 1 : 1;
        var lockedUntil = failures >= Tries ? now + LockFor : (DateTimeOffset?)null;
        await writer.RecordLogin(account.Name, failures, lockedUntil,
            new AuditEntry(now, account.Name, "login", account.Name, right ? "ok" : lockedUntil is null ? "wrong" : "locked", address), cancellation);
        return right ? account : null;
    }
}
