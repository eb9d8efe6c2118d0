using Indices.Accounts;
using Indices.Methodology;
using Indices.Releases;

namespace Dashboard.Security;

/// <summary>The steps of a release that staff take. Each passes the gate; that two persons decide, and on what, the store sees to in the transaction of the step and its line in the audit log.</summary>
internal sealed class ReleaseActions(StaffGate gate, IWorkflowWriter workflow, ICandidateReader candidates, IDefinitionReader definitions, TimeProvider time)
{
    /// <summary>Says why a version is there, and what was wrong when it is a correction.</summary>
    /// <exception cref="NotAllowedException">The session has ended or the role does not suffice.</exception>
    internal async Task Describe(long id, ReleaseNote note, CancellationToken cancellation = default)
    {
        var by = await gate.Require(Role.Operator, cancellation);
        await workflow.Describe(id, note, by.Actor, time.GetUtcNow(), cancellation);
    }

    /// <param name="releaseAt">Needed, and to come.</param>
    internal async Task Review(long id, string fingerprint, DateTimeOffset? releaseAt, CancellationToken cancellation = default)
    {
        var by = await gate.Require(Role.Reviewer, cancellation);
        if (releaseAt is null)
            throw new InvalidOperationException("没有发布时间。The release instant is missing.");
        await workflow.Review(id, new(fingerprint, releaseAt, []), await Series(id, cancellation), by.Actor, time.GetUtcNow(), cancellation);
    }

    /// <param name="words">As <see cref="AtOnceWords.OfReviewer"/> asks for them.</param>
    internal async Task ReviewForNow(long id, string fingerprint, string words, CancellationToken cancellation = default)
    {
        var by = await gate.Require(Role.Reviewer, cancellation);
        AtOnceWords.Require(words, AtOnceWords.OfReviewer(await Version(id, cancellation)));
        await workflow.Review(id, new(fingerprint, null, []), await Series(id, cancellation), by.Actor, time.GetUtcNow(), cancellation);
    }

    /// <param name="binding">Of the review that was shown.</param>
    internal async Task Approve(long id, string binding, CancellationToken cancellation = default)
    {
        var by = await gate.Require(Role.Reviewer, cancellation);
        await workflow.Approve(id, binding, false, await Series(id, cancellation), by.Actor, time.GetUtcNow(), cancellation);
    }

    /// <param name="words">As <see cref="AtOnceWords.OfApprover"/> asks for them.</param>
    internal async Task PublishNow(long id, string binding, string words, CancellationToken cancellation = default)
    {
        var by = await gate.Require(Role.Reviewer, cancellation);
        AtOnceWords.Require(words, AtOnceWords.OfApprover(await Version(id, cancellation)));
        await workflow.Approve(id, binding, true, await Series(id, cancellation), by.Actor, time.GetUtcNow(), cancellation);
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

    private async Task<IReadOnlySet<string>> Series(long id, CancellationToken cancellation) =>
        (await definitions.Current(cancellation) ?? throw new InvalidOperationException("没有方法。There are no definitions."))
            .SeriesCodes((await Version(id, cancellation)).Index);

    private async Task<ReleaseVersion> Version(long id, CancellationToken cancellation) =>
        (await candidates.Content(id, cancellation))?.Version ?? throw new InvalidOperationException($"没有版本 {id}。There is no version {id}.");
}
