using System.Security.Claims;
using Indices.Accounts;
using Indices.Provenance;
using Indices.Releases;
using Microsoft.AspNetCore.Components.Authorization;

namespace Dashboard.Security;

/// <summary>Everything that staff can change, in one place. Each action reads the account again, checks its role, acts, and leaves a line in the audit log.</summary>
/// <remarks>Events of a circuit are not to be trusted: a hidden button is no protection, this class is.</remarks>
internal sealed class StaffActions(
    AuthenticationStateProvider authentication,
    IAccountReader accounts,
    IAccountWriter accountWriter,
    Passwords passwords,
    IJobControl jobs,
    IReleaseWriter releases,
    ICandidateReader candidates,
    TimeProvider time)
{
    /// <exception cref="NotAllowedException">The session has ended or the role does not suffice.</exception>
    internal async Task RunJob(string job, string? period, CancellationToken cancellation = default)
    {
        var by = await Require(Role.Operator, cancellation);
        await jobs.RunNow(job, by.Name, period, cancellation);
        await Audit(by, "job.run", period is null ? job : $"{job} {period}", cancellation);
    }

    /// <summary>Approves a candidate for an instant; an instant in the past is refused, <paramref name="releaseAt"/> null means at once.</summary>
    internal async Task Approve(long id, string fingerprint, DateTimeOffset? releaseAt, CancellationToken cancellation = default)
    {
        var by = await Require(Role.Reviewer, cancellation);
        var now = time.GetUtcNow();
        if (releaseAt < now)
            throw new InvalidOperationException("发布时间已过；要立即发布请选择立即发布。The release instant has passed; choose to publish at once instead.");
        await releases.Approve(id, fingerprint, releaseAt ?? now, by.Name, now, cancellation);
        await Audit(by, "release.approve", await Describe(id, cancellation), cancellation);
    }

    internal async Task Reject(long id, string reason, CancellationToken cancellation = default)
    {
        var by = await Require(Role.Reviewer, cancellation);
        if (string.IsNullOrWhiteSpace(reason))
            throw new InvalidOperationException("退回需要理由。A rejection needs a reason.");
        await releases.Reject(id, reason.Trim(), by.Name, time.GetUtcNow(), cancellation);
        await Audit(by, "release.reject", await Describe(id, cancellation), cancellation);
    }

    /// <returns>The password, to be handed over once.</returns>
    internal async Task<string> CreateAccount(string name, Role role, CancellationToken cancellation = default)
    {
        var by = await Require(Role.Administrator, cancellation);
        var password = Passwords.Random();
        await accountWriter.Create(name.Trim(), await passwords.Hash(name.Trim(), password, cancellation), role, true, Entry(by, "account.create", name), cancellation);
        return password;
    }

    internal async Task SetRole(string name, Role role, bool disabled, CancellationToken cancellation = default)
    {
        var by = await Require(Role.Administrator, cancellation);
        if (string.Equals(name, by.Name, StringComparison.OrdinalIgnoreCase))
            throw new InvalidOperationException("不能修改自己的角色。Your own role cannot be changed by yourself.");
        await accountWriter.SetRole(name, role, disabled, Entry(by, "account.role", $"{name} {role}{(disabled ? " disabled" : "")}"), cancellation);
    }

    internal async Task<string> ResetPassword(string name, CancellationToken cancellation = default)
    {
        var by = await Require(Role.Administrator, cancellation);
        var password = Passwords.Random();
        await accountWriter.SetPassword(name, await passwords.Hash(name, password, cancellation), true, Entry(by, "account.reset", name), cancellation);
        return password;
    }

    /// <returns>Null when changed, otherwise why not.</returns>
    internal async Task<string?> ChangeOwnPassword(string current, string next, Language language, CancellationToken cancellation = default)
    {
        var by = await Require(Role.Operator, cancellation);
        if (Passwords.Fault(by.Name, next, language) is { } fault)
            return fault;
        if (!await passwords.Verify(by, current, cancellation))
            return language["当前口令不对。", "The current password is wrong."];
        await accountWriter.SetPassword(by.Name, await passwords.Hash(by.Name, next, cancellation), false, Entry(by, "account.password", by.Name), cancellation);
        return null;
    }

    private async Task<Account> Require(Role role, CancellationToken cancellation)
    {
        ClaimsPrincipal user = (await authentication.GetAuthenticationStateAsync()).User;
        var account = await Session.Current(user, accounts, time.GetUtcNow(), cancellation);
        if (account is null || account.Role < role)
            throw new NotAllowedException();
        return account;
    }

    private async Task<string> Describe(long id, CancellationToken cancellation) =>
        await candidates.Content(id, cancellation) is { Version: var v } ? $"{v.Index} {v.Period} v{v.Number} {v.Fingerprint[..12]}" : $"#{id}";

    private Task Audit(Account by, string action, string subject, CancellationToken cancellation) =>
        accountWriter.Record(Entry(by, action, subject), cancellation);

    private AuditEntry Entry(Account by, string action, string subject) => new(time.GetUtcNow(), by.Name, action, subject, "ok", null);
}

/// <summary>The person may not do this, or is no longer logged in.</summary>
internal sealed class NotAllowedException() : Exception("无权操作，或登录已结束。Not allowed, or the session has ended.");
