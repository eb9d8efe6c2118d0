using System.Globalization;
using Indices.Accounts;
using Indices.Releases;
using Microsoft.Data.Sqlite;

namespace Indices.Storage;

internal sealed class WorkflowWriter(AuditLog log, ReleaseSeals seals) : IWorkflowWriter
{
    private const string NoteChanged = "说明已改\nthe note was changed";

    public Task Describe(long id, ReleaseNote note, Actor by, DateTimeOffset at, CancellationToken cancellation = default) =>
        Step("release.note", by, at, c =>
        {
            var version = DecisionRows.Require(c, id, ReleaseState.Candidate, ReleaseState.Reviewed);
            note.Check(version);
            NoticeRows.Add(c, id, note, by.Name, at);
            if (version.State == ReleaseState.Reviewed)
                DecisionRows.Add(c, version, WorkflowStepKind.Returned, by.Name, at, reason: NoteChanged);
            return version;
        }, cancellation);

    public Task Review(
        long id, ReviewedRelease review, IReadOnlySet<string> series, Actor by, DateTimeOffset at, CancellationToken cancellation = default) =>
        Step("release.review", by, at, c =>
        {
            var version = DecisionRows.Require(c, id, ReleaseState.Candidate);
            DecisionRows.RequireContent(version, review.Fingerprint);
            RequireToCome(review.ReleaseAt, at);
            FourEyes.RequireOther(by.Name, Preparers.Of(c, version, series));
            var number = DecisionRows.NextId(c);
            DecisionRows.Add(c, version, WorkflowStepKind.Reviewed, by.Name, at, review.ReleaseAt, Binding.Of(number, version, review.ReleaseAt));
            DecisionRows.AddWarnings(c, number, review.Warnings);
            return version;
        }, cancellation);

    public Task Approve(
        long id, string binding, bool atOnce, IReadOnlySet<string> series, Actor by, DateTimeOffset at, CancellationToken cancellation = default) =>
        Step("release.approve", by, at, c =>
        {
            var version = DecisionRows.Require(c, id, ReleaseState.Reviewed);
            var review = DecisionRows.Of(c, id)[^1];
            if (binding != review.Binding || binding != Binding.Of(review.Id, version, review.ReleaseAt))
                throw new InvalidOperationException(
                    "内容、说明或发布时间与所审核的不同，须重新审核。Content, note or instant are not those that were reviewed; it must be reviewed again.");
            if (atOnce != review.ReleaseAt is null)
                throw new InvalidOperationException("立即发布和定时发布须分别确认。Publishing at once and at an instant are confirmed apart.");
            RequireToCome(review.ReleaseAt, at);
            FourEyes.RequireOther(by.Name, Preparers.Of(c, version, series));
            FourEyes.RequireSecond(by.Name, review.By);
            DecisionRows.Approve(c, version, review.ReleaseAt ?? at, binding, by.Name, at);
            seals.Add(c, id, at);
            return version;
        }, cancellation);

    public Task SendBack(long id, string reason, Actor by, DateTimeOffset at, CancellationToken cancellation = default) =>
        Close("release.return", WorkflowStepKind.Returned, id, reason, by, at, cancellation, ReleaseState.Reviewed);

    public Task Reject(long id, string reason, Actor by, DateTimeOffset at, CancellationToken cancellation = default) =>
        Close("release.reject", WorkflowStepKind.Rejected, id, reason, by, at, cancellation, ReleaseState.Candidate, ReleaseState.Reviewed);

    public Task Withdraw(long id, string reason, Actor by, DateTimeOffset at, CancellationToken cancellation = default) =>
        Close("release.withdraw", WorkflowStepKind.Withdrawn, id, reason, by, at, cancellation, ReleaseState.Approved);

    private Task<ReleaseVersion> Close(
        string action, WorkflowStepKind step, long id, string reason, Actor by, DateTimeOffset at, CancellationToken cancellation, params ReleaseState[] from) =>
        Step(action, by, at, c =>
        {
            var version = DecisionRows.Require(c, id, from);
            if (string.IsNullOrWhiteSpace(reason))
                throw new InvalidOperationException("请说明理由。A reason is needed.");
            if (step == WorkflowStepKind.Withdrawn && version.ReleaseAt <= at)
                throw new InvalidOperationException(
                    "已发布的内容不能撤回，只能以更正取代。What is published cannot be withdrawn, only superseded by a correction.");
            DecisionRows.Add(c, version, step, by.Name, at, reason: reason.Trim());
            if (step == WorkflowStepKind.Withdrawn)
                seals.Renew(c, at);
            return version;
        }, cancellation);

    private static void RequireToCome(DateTimeOffset? releaseAt, DateTimeOffset at)
    {
        if (releaseAt <= at)
            throw new InvalidOperationException(string.Create(CultureInfo.InvariantCulture,
                $"发布时间 {releaseAt:u} 已过。The release instant {releaseAt:u} has passed."));
    }

    private Task<ReleaseVersion> Step(string action, Actor by, DateTimeOffset at, Func<SqliteConnection, ReleaseVersion> step, CancellationToken cancellation) =>
        log.Write(step, version => AuditEntry.Done(at, by, action, DecisionRows.Subject(version)), cancellation);
}
