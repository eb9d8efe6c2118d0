using System.Runtime.CompilerServices;
using Indices.Accounts;
using Microsoft.AspNetCore.Components.Authorization;

namespace Dashboard.Security;

/// <summary>The one way into everything that staff can change: reads the session and its account again, and asks for a role.</summary>
/// <remarks>Events of a circuit are not to be trusted: a hidden button is no protection, this class is.</remarks>
internal sealed class StaffGate(AuthenticationStateProvider authentication, StaffSessions sessions, Duties duties, IAuditWriter log, TimeProvider time)
{
    /// <summary>For whoever holds the role, or one that includes it, and owes nothing.</summary>
    /// <param name="action">What is asked for; the caller's name. A refusal is logged under it.</param>
    /// <exception cref="NotAllowedException">The session has ended, the role does not suffice, or the person owes a duty first.</exception>
    internal Task<StaffMember> Require(Role least, CancellationToken cancellation, [CallerMemberName] string action = "") =>
        Require(account => !account.Role.Includes(least) ? $"is {account.Role}" : duties.Of(account) is { } duty ? $"owes {duty}" : null, action, cancellation);

    /// <summary>For what people do to their own account; also how a duty is done.</summary>
    /// <exception cref="NotAllowedException">The session has ended.</exception>
    internal Task<StaffMember> RequireOneself(CancellationToken cancellation, [CallerMemberName] string action = "") =>
        Require(_ => null, action, cancellation);

    private async Task<StaffMember> Require(Func<Account, string?> objection, string action, CancellationToken cancellation)
    {
        var user = (await authentication.GetAuthenticationStateAsync()).User;
        var session = await sessions.Current(user, cancellation);
        var refusal = session is null ? "no session" : objection(session.Account);
        if (refusal is null)
            return new StaffMember(session!);
        await log.Record(
            new AuditEntry(time.GetUtcNow(), user.Identity?.Name ?? "-", "refused", action, refusal, StaffSessions.AddressOf(user)), cancellation);
        throw new NotAllowedException();
    }
}

/// <summary>A member of staff who is logged in.</summary>
internal sealed record StaffMember(StaffSession Session)
{
    internal Account Account => Session.Account;

    internal string Name => Account.Name;

    internal Actor Actor => new(Account.Name, Session.Address);
}

/// <summary>The person may not do this, or is no longer logged in.</summary>
internal sealed class NotAllowedException() : Exception("无权操作，或登录已结束。Not allowed, or the session has ended.");
