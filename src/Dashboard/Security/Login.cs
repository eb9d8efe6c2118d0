using Indices.Accounts;

namespace Dashboard.Security;

/// <summary>Checks a name and a password: five wrong tries in fifteen minutes lock the account, or the address, for fifteen, and every answer looks the same.</summary>
internal sealed class Login(IAccountReader accounts, IAccountWriter writer, IAuditWriter log, Passwords passwords, TimeProvider time) : IDisposable
{
    private static readonly Tries Five = new(5, TimeSpan.FromMinutes(15));

    // Guesses made at the same time must all count.
    private readonly SemaphoreSlim _counting = new(1);

    /// <returns>The account, or null when the login is refused for whatever reason.</returns>
    internal async Task<Account?> Check(string name, string password, string? address, CancellationToken cancellation)
    {
        var right = await passwords.Verify(await accounts.Find(name, cancellation), password, cancellation);
        var account = await Decide(name, right, address, cancellation);
        if (account is not null && Passwords.IsStale(account.PasswordHash))
            await writer.Rehash(account.Name, await passwords.Hash(account.Name, password, cancellation), Line(account.Name, "account.rehash", "ok", address), cancellation);
        return account;
    }

    public void Dispose() => _counting.Dispose();

    private async Task<Account?> Decide(string name, bool right, string? address, CancellationToken cancellation)
    {
        await _counting.WaitAsync(cancellation);
        try
        {
            // Read again: others may have tried during the slow verification.
            var account = await accounts.Find(name, cancellation);
            if (await ReasonToRefuse(account, address, cancellation) is { } reason)
            {
                await log.Record(Line(account?.Name, "login", reason, address) with { Subject = account?.Name ?? name }, cancellation);
                return null;
            }
            return await Count(account!, right, address, cancellation) ? account : null;
        }
        finally
        {
            _counting.Release();
        }
    }

    /// <summary>Before the password is looked at.</summary>
    private async Task<string?> ReasonToRefuse(Account? account, string? address, CancellationToken cancellation) =>
        !ClientAddress.IsThisMachine(address) && await accounts.WrongLogins(address!, time.GetUtcNow() - Five.LockFor, cancellation) >= Five.Most ? "address locked"
        : account is null ? "unknown"
        : account.IsDisabled ? "disabled"
        : account.LockedUntil > time.GetUtcNow() ? "locked"
        : null;

    private async Task<bool> Count(Account account, bool right, string? address, CancellationToken cancellation)
    {
        var (failures, lockedUntil) = right ? (0, null) : Five.AfterWrong(account.FailedLogins, account.LockedUntil, time.GetUtcNow());
        await writer.RecordLogin(account.Name, failures, lockedUntil,
            Line(account.Name, "login", right ? "ok" : lockedUntil is null ? "wrong" : "locked out", address), cancellation);
        return right;
    }

    private AuditEntry Line(string? name, string action, string result, string? address) =>
        new(time.GetUtcNow(), name ?? "-", action, name ?? "-", result, address);
}
