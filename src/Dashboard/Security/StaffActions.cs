using Indices.Accounts;
using Indices.Provenance;
using Indices.Sources;

namespace Dashboard.Security;

/// <summary>What staff can change. Each action passes the gate and leaves a line in the audit log, without which it does not happen: for jobs, which are kept in a database of their own, the line comes first.</summary>
internal sealed class StaffActions(
    StaffGate gate,
    IAccountWriter accounts,
    IAuditReader log,
    IAuditWriter logWriter,
    AuditHeads heads,
    StaffSessions sessions,
    ISecondFactorWriter factorWriter,
    SecondFactors factors,
    IAccountReader accountReader,
    Passwords passwords,
    StaffOptions options,
    IJobControl jobs,
    ISourceControl sources,
    TimeProvider time)
{
    /// <exception cref="NotAllowedException">The session has ended or the role does not suffice.</exception>
    internal async Task RunJob(string job, CancellationToken cancellation = default)
    {
        var by = await gate.Require(Role.Operator, cancellation);
        await logWriter.Before(Done(by, "job.run", job), () => jobs.RunNow(job, by.Name, cancellation), cancellation);
    }

    /// <param name="job">Key of the job, or <see cref="ScheduleEvent.AllJobs"/>.</param>
    internal async Task PauseJob(string job, string reason, CancellationToken cancellation = default)
    {
        var by = await gate.Require(Role.Operator, cancellation);
        await logWriter.Before(Done(by, "job.pause", $"{job}: {reason.Trim()}"), () => jobs.Pause(job, reason, by.Name, cancellation), cancellation);
    }

    /// <param name="job">Key of the job, or <see cref="ScheduleEvent.AllJobs"/>.</param>
    internal async Task ReleaseJob(string job, CancellationToken cancellation = default)
    {
        var by = await gate.Require(Role.Operator, cancellation);
        await logWriter.Before(Done(by, "job.release", job), () => jobs.Release(job, by.Name, cancellation), cancellation);
    }

    /// <param name="cron">Null for the program's own.</param>
    internal async Task ChangeSchedule(string job, string? cron, string reason, CancellationToken cancellation = default)
    {
        var by = await gate.Require(Role.Administrator, cancellation);
        await logWriter.Before(
            Done(by, "job.schedule", $"{job} {cron ?? "default"}: {reason.Trim()}"),
            () => jobs.ChangeSchedule(job, cron, reason, by.Name, cancellation), cancellation);
    }

    /// <param name="text">The source as a file of its own in the format of <c>sources.yaml</c>; null for what the file says.</param>
    internal async Task ChangeSource(string source, string? text, string reason, CancellationToken cancellation = default)
    {
        var by = await gate.Require(Role.Administrator, cancellation);
        await logWriter.Before(
            Done(by, "source.change", $"{source}{(text is null ? " default" : "")}: {reason.Trim()}"),
            () => sources.Change(source, text, reason, by.Name, cancellation), cancellation);
    }

    internal async Task Recalculate(RecalculationOrder order, CancellationToken cancellation = default)
    {
        var by = await gate.Require(Role.Operator, cancellation);
        await logWriter.Before(
            Done(by, "recalculation.order", $"{order.Index} {order.Periods[0]}–{order.Periods[^1]} ({order.Periods.Length}) {order.AsOf}"),
            () => jobs.Recalculate(order, by.Name, cancellation), cancellation);
    }

    internal async Task CancelRecalculation(long id, CancellationToken cancellation = default)
    {
        var by = await gate.Require(Role.Operator, cancellation);
        await logWriter.Before(Done(by, "recalculation.cancel", $"#{id}"), () => jobs.CancelRecalculation(id, by.Name, cancellation), cancellation);
    }

    internal async Task ResumeRecalculation(long id, CancellationToken cancellation = default)
    {
        var by = await gate.Require(Role.Operator, cancellation);
        await logWriter.Before(Done(by, "recalculation.resume", $"#{id}"), () => jobs.ResumeRecalculation(id, by.Name, cancellation), cancellation);
    }

    /// <summary>Recomputes the whole audit log and compares it with the heads that were noted day by day.</summary>
    internal async Task<AuditVerification> VerifyAudit(CancellationToken cancellation = default)
    {
        var by = await gate.Require(Role.Auditor, cancellation);
        var found = await log.Verify(await heads.Noted(cancellation), cancellation);
        await logWriter.Record(
            Done(by, "audit.verify", $"{found.Rows} rows") with { Result = found.Broken is { } broken ? $"row {broken.Row}: {broken.Fault}" : "ok" }, cancellation);
        return found;
    }

    /// <returns>The password, to be handed over once.</returns>
    internal async Task<string> CreateAccount(string name, Role role, CancellationToken cancellation = default)
    {
        var by = await gate.Require(Role.Administrator, cancellation);
        var password = Passwords.Random(name.Trim());
        await accounts.Create(name.Trim(), await passwords.Hash(name.Trim(), password, cancellation), role, true, Done(by, "account.create", $"{name.Trim()} {role}"), cancellation);
        return password;
    }

    internal async Task SetRole(string name, Role role, bool disabled, CancellationToken cancellation = default)
    {
        var by = await gate.Require(Role.Administrator, cancellation);
        if (string.Equals(name, by.Name, StringComparison.OrdinalIgnoreCase))
            throw new InvalidOperationException("不能修改自己的角色。Your own role cannot be changed by yourself.");
        await accounts.SetRole(name, role, disabled, Done(by, "account.role", $"{name} {role}{(disabled ? " disabled" : "")}"), cancellation);
        sessions.LookAgain();
    }

    internal async Task<string> ResetPassword(string name, CancellationToken cancellation = default)
    {
        var by = await gate.Require(Role.Administrator, cancellation);
        var password = Passwords.Random(name);
        await accounts.SetPassword(name, await passwords.Hash(name, password, cancellation), true, Done(by, "account.reset", name), cancellation);
        sessions.LookAgain();
        return password;
    }

    /// <summary>Takes the second factor off an account whose owner lost it; the next login asks for a new one where one is required.</summary>
    internal async Task RemoveSecondFactor(string name, CancellationToken cancellation = default)
    {
        var by = await gate.Require(Role.Administrator, cancellation);
        await factorWriter.Remove(name, Done(by, "account.factor.remove", name), cancellation);
        sessions.LookAgain();
    }

    /// <summary>Ends one session of anybody; its open pages lock at once.</summary>
    internal async Task EndSession(string id, CancellationToken cancellation = default)
    {
        var by = await gate.Require(Role.Administrator, cancellation);
        var session = (await sessions.Open(cancellation)).FirstOrDefault(s => s.Id == id)
            ?? throw new InvalidOperationException("该会话已结束。The session has ended already.");
        await sessions.End(id, Done(by, "session.end", $"{session.Account.Name} {session.Address}".TrimEnd()), cancellation);
    }

    /// <summary>Ends every session of an account; its open pages lock at once.</summary>
    internal async Task EndSessions(string name, CancellationToken cancellation = default)
    {
        var by = await gate.Require(Role.Administrator, cancellation);
        await accounts.EndSessions(name, Done(by, "session.end", $"{name}: all"), cancellation);
        sessions.LookAgain();
    }

    /// <summary>Every session of the account ends with it, the one that asks too.</summary>
    /// <returns>Null when changed, otherwise why not.</returns>
    internal async Task<string?> ChangeOwnPassword(string current, string next, Language language, CancellationToken cancellation = default)
    {
        var by = await gate.RequireOneself(cancellation);
        if (PasswordRules.Fault(options.PasswordPolicy, by.Name, next, language) is { } fault)
            return fault;
        if (!await passwords.Verify(by.Account, current, cancellation))
            return language["当前口令不对。", "The current password is wrong."];
        if (await passwords.IsAmong(await accountReader.PasswordHistory(by.Name, PasswordRules.Remembered, cancellation), next, cancellation))
            return language[$"最近 {PasswordRules.Remembered} 个口令不能再用。", $"The last {PasswordRules.Remembered} passwords cannot be used again."];
        await accounts.SetPassword(by.Name, await passwords.Hash(by.Name, next, cancellation), false, Done(by, "account.password", by.Name), cancellation);
        sessions.LookAgain();
        return null;
    }

    /// <param name="secret">As it was shown, in Base32.</param>
    /// <param name="code">What the authenticator makes of it now.</param>
    /// <returns>The recovery codes, to be shown once; null when the code is wrong.</returns>
    internal async Task<IReadOnlyList<string>?> EnrolSecondFactor(string secret, string code, CancellationToken cancellation = default) =>
        await factors.Enrol(await gate.RequireOneself(cancellation), secret, code, cancellation);

    private AuditEntry Done(StaffMember by, string action, string subject) => AuditEntry.Done(time.GetUtcNow(), by.Actor, action, subject);
}
