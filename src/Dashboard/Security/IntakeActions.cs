using Indices.Accounts;
using Indices.Intake;
using Indices.Observations;
using Indices.Provenance;

namespace Dashboard.Security;

/// <summary>What staff can do with incoming statistics. Each action passes the gate and leaves a line in the audit log, without which it does not happen.</summary>
internal sealed class IntakeActions(StaffGate gate, IAuditWriter log, IIntake intake, IJobControl jobs, TimeProvider time)
{
    /// <summary>Begins the keys of the jobs that calculate; new values make them look what has become due.</summary>
    private const string Calculations = "calculate-";

    /// <param name="name">File name as the browser gave it.</param>
    /// <exception cref="NotAllowedException">The session has ended or the role does not suffice.</exception>
    internal async Task<long> Receive(Stream content, string name, CancellationToken cancellation)
    {
        var by = await gate.Require(Role.Operator, cancellation);
        return await Logged(by, "intake.upload", name, () => intake.Receive(content, name, by.Name, cancellation), cancellation);
    }

    internal async Task<long> Enter(IReadOnlyList<EnteredValue> values, string reason, CancellationToken cancellation)
    {
        var by = await gate.Require(Role.Operator, cancellation);
        return await Logged(by, "intake.enter", reason, () => intake.Enter(values, reason, by.Name, cancellation), cancellation);
    }

    internal async Task<long> Replay(IReadOnlyList<ReplayedRow> rows, string reason, CancellationToken cancellation)
    {
        var by = await gate.Require(Role.Operator, cancellation);
        return await Logged(by, "intake.replay", $"{Places(rows.Select(r => r.Place))} {reason}", () => intake.Replay(rows, reason, by.Name, cancellation), cancellation);
    }

    internal async Task<AppendOutcome> Accept(long pending, string fingerprint, bool withWarnings, string reason, CancellationToken cancellation)
    {
        var by = await gate.Require(Role.Operator, cancellation);
        var outcome = await Logged(by, "intake.accept", $"#{pending} {fingerprint[..12]} {reason}".TrimEnd(),
            () => intake.Accept(pending, fingerprint, withWarnings, reason, by.Name, cancellation), cancellation);
        if (outcome.Added + outcome.Revised + outcome.Deals > 0)
            foreach (var job in (await jobs.Jobs(cancellation)).Where(j => j.Name.StartsWith(Calculations, StringComparison.Ordinal) && j.Hold is null))
                await jobs.RunNow(job.Name, by.Name, cancellation);
        return outcome;
    }

    internal async Task Endorse(long pending, string fingerprint, string reason, CancellationToken cancellation)
    {
        var by = await gate.Require(Role.Operator, cancellation);
        await log.Before(
            Line(by, "intake.endorse", $"#{pending} {fingerprint[..12]} {reason}"), () => intake.Endorse(pending, fingerprint, reason, by.Name, cancellation), cancellation);
    }

    internal async Task Cancel(long pending, string reason, CancellationToken cancellation)
    {
        var by = await gate.Require(Role.Operator, cancellation);
        await log.Before(Line(by, "intake.cancel", $"#{pending} {reason}".TrimEnd()), () => intake.Cancel(pending, reason, by.Name, cancellation), cancellation);
    }

    internal async Task Drop(IReadOnlyList<RowPlace> rows, string reason, CancellationToken cancellation)
    {
        var by = await gate.Require(Role.Operator, cancellation);
        await log.Before(Line(by, "intake.drop", $"{Places(rows)} {reason}"), () => intake.Drop(rows, reason, by.Name, cancellation), cancellation);
    }

    /// <summary>Bytes go to the archive before the database is asked, so the line comes first: no act without it.</summary>
    private async Task<T> Logged<T>(StaffMember by, string action, string subject, Func<Task<T>> act, CancellationToken cancellation)
    {
        T done = default!;
        await log.Before(Line(by, action, subject), async () => done = await act(), cancellation);
        return done;
    }

    private AuditEntry Line(StaffMember by, string action, string subject) => AuditEntry.Done(time.GetUtcNow(), by.Actor, action, subject);

    private static string Places(IEnumerable<RowPlace> rows) =>
        string.Join(' ', rows.GroupBy(r => r.DocumentSha256).Select(g => FormattableString.Invariant($"{g.Key[..12]}:{string.Join(',', g.Select(r => r.Row).Distinct())}")));
}
