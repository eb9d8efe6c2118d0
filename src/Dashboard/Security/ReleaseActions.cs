using System.Collections.Immutable;
using Dashboard.PageModels;
using Indices.Accounts;
using Indices.Methodology;
using Indices.Releases;
using Indices.Releases.Calendar;
using Indices.Releases.Checks;
using Indices.Time;

namespace Dashboard.Security;

/// <summary>The steps of a release that staff take. Each passes the gate; that two persons decide, and on what, the store sees to in the transaction of the step and its line in the audit log.</summary>
internal sealed class ReleaseActions(
    StaffGate gate, IWorkflowWriter workflow, ICandidateReader candidates, IDefinitionReader definitions, ReleaseChecks checks,
    SlotCheck slots, ICalendarWriter calendar, TimeProvider time)
{
    /// <summary>Says why a version is there, and what was wrong when it is a correction.</summary>
    /// <exception cref="NotAllowedException">The session has ended or the role does not suffice.</exception>
    internal async Task Describe(long id, ReleaseNote note, CancellationToken cancellation = default)
    {
        var by = await gate.Require(Role.Operator, cancellation);
        await workflow.Describe(id, note, by.Actor, time.GetUtcNow(), cancellation);
    }

    /// <param name="releaseAt">Needed, and to come.</param>
    /// <param name="reasons">Why each warning of the checklist may pass, by its code.</param>
    internal async Task Review(
        long id, string fingerprint, DateTimeOffset? releaseAt, IReadOnlyDictionary<string, string> reasons, CancellationToken cancellation = default)
    {
        var by = await gate.Require(Role.Reviewer, cancellation);
        if (releaseAt is null)
            throw new InvalidOperationException("没有发布时间。The release instant is missing.");
        await slots.Require(releaseAt.Value, cancellation);
        await Review(id, fingerprint, releaseAt, reasons, by, cancellation);
    }

    /// <param name="words">As <see cref="AtOnceWords.OfReviewer"/> asks for them.</param>
    internal async Task ReviewForNow(
        long id, string fingerprint, string words, IReadOnlyDictionary<string, string> reasons, CancellationToken cancellation = default)
    {
        var by = await gate.Require(Role.Reviewer, cancellation);
        AtOnceWords.Require(words, AtOnceWords.OfReviewer(await Version(id, cancellation)));
        await Review(id, fingerprint, null, reasons, by, cancellation);
    }

    /// <param name="binding">Of the review that was shown.</param>
    internal async Task Approve(long id, string binding, CancellationToken cancellation = default)
    {
        var by = await gate.Require(Role.Reviewer, cancellation);
        await Approve(id, binding, false, by, cancellation);
    }

    /// <param name="words">As <see cref="AtOnceWords.OfApprover"/> asks for them.</param>
    internal async Task PublishNow(long id, string binding, string words, CancellationToken cancellation = default)
    {
        var by = await gate.Require(Role.Reviewer, cancellation);
        AtOnceWords.Require(words, AtOnceWords.OfApprover(await Version(id, cancellation)));
        await Approve(id, binding, true, by, cancellation);
    }

    internal async Task SendBack(long id, string reason, CancellationToken cancellation = default)
    {
        var by = await gate.Require(Role.Reviewer, cancellation);
        await workflow.SendBack(id, reason, by.Actor, time.GetUtcNow(), cancellation);
    }

    internal async Task Reject(long id, string reason, CancellationToken cancellation = default)
    {
        var by = await gate.Require(Role.Reviewer, cancellation);
        await workflow.Reject(id, reason, by.Actor, time.GetUtcNow(), cancellation);
    }

    internal async Task Withdraw(long id, string reason, CancellationToken cancellation = default)
    {
        var by = await gate.Require(Role.Reviewer, cancellation);
        await workflow.Withdraw(id, reason, by.Actor, time.GetUtcNow(), cancellation);
    }

    /// <summary>Announces another instant for a period that is not published yet; readers of the calendar see the old one, the new one and the reason.</summary>
    internal async Task MoveSlot(string index, Period period, DateTimeOffset to, LocalText reason, CancellationToken cancellation = default)
    {
        var by = await gate.Require(Role.Reviewer, cancellation);
        if (string.IsNullOrWhiteSpace(reason.Chinese) || string.IsNullOrWhiteSpace(reason.English))
            throw new InvalidOperationException("改期须有中英文理由。A move needs its reason in Chinese and in English.");
        if ((await definitions.Current(cancellation))?.Versions(index) is not [.., { Release: not null } methodology] || methodology.Frequency != period.Frequency)
            throw new InvalidOperationException($"{index} 没有 {period} 的发布安排。{index} has no release of {period}.");
        await slots.Require(to, cancellation);
        if (await candidates.HasApproved(index, period, cancellation))
            throw new InvalidOperationException($"{index} {period} 已批准；请先撤回。{index} {period} is approved; withdraw it first.");
        await calendar.Move(new(index, period, to, new(reason.Chinese.Trim(), reason.English.Trim()), by.Name, time.GetUtcNow()), by.Actor, cancellation);
    }

    private async Task Review(
        long id, string fingerprint, DateTimeOffset? releaseAt, IReadOnlyDictionary<string, string> reasons, StaffMember by, CancellationToken cancellation)
    {
        var items = await checks.Read(id, releaseAt, cancellation);
        Refuse(items.Where(i => i.IsError || string.IsNullOrWhiteSpace(reasons.GetValueOrDefault(i.Code))));
        ImmutableArray<AcceptedWarning> accepted = [.. items.Select(i => new AcceptedWarning(i.Code, $"{i.Finding.Chinese}\n{i.Finding.English}", reasons[i.Code].Trim()))];
        await workflow.Review(id, new(fingerprint, releaseAt, accepted), await Series(id, cancellation), by.Actor, time.GetUtcNow(), cancellation);
    }

    private async Task Approve(long id, string binding, bool atOnce, StaffMember by, CancellationToken cancellation)
    {
        // What came up since the review nobody has answered for.
        if ((await candidates.Steps(id, cancellation)).LastOrDefault(s => s.Kind == WorkflowStepKind.Reviewed) is { } review)
            Refuse((await checks.Read(id, review.ReleaseAt, cancellation)).Where(i => i.IsError || review.Warnings.All(w => w.Code != i.Code)));
        await workflow.Approve(id, binding, atOnce, await Series(id, cancellation), by.Actor, time.GetUtcNow(), cancellation);
    }

    private static void Refuse(IEnumerable<ChecklistItem> open)
    {
        if (open.ToList() is [_, ..] items)
            throw new InvalidOperationException(
                $"检查表：{string.Concat(items.Select(i => i.Finding.Chinese + (i.IsError ? "" : "（须填理由）")))}Checklist: {string.Join(' ', items.Select(i => i.Finding.English + (i.IsError ? "" : " (needs a reason)")))}");
    }

    private async Task<IReadOnlySet<string>> Series(long id, CancellationToken cancellation) =>
        (await definitions.Current(cancellation) ?? throw new InvalidOperationException("没有方法。There are no definitions."))
            .SeriesCodes((await Version(id, cancellation)).Index);

    private async Task<ReleaseVersion> Version(long id, CancellationToken cancellation) =>
        (await candidates.Content(id, cancellation))?.Version ?? throw new InvalidOperationException($"没有版本 {id}。There is no version {id}.");
}
