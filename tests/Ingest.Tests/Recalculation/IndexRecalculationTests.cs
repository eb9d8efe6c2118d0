using Indices.Calculation;
using Indices.Observations;
using Indices.Provenance;
using Indices.Releases;
using TestSupport;
using Xunit;

namespace Ingest.Tests.Recalculation;

public sealed class IndexRecalculationTests : IAsyncLifetime
{
    private static readonly string Code = SeedDefinitions.All.Indices.First(i => !i.IsPrice).Code;

    private readonly ReleaseDesk _desk = new(ReleaseDesk.Only(Code));

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => await _desk.AppendDemo();

    [Fact]
    public async Task Run_WithNothingNew_OffersNoCandidate()
    {
        await ApproveNewest();

        var report = await _desk.Recalculate(Code);

        Assert.Equal(JobOutcome.Unchanged, report.Outcome);
        Assert.Contains("无变化", report.Counts!, StringComparison.Ordinal);
        Assert.DoesNotContain(await _desk.Versions(), v => v.State == ReleaseState.Candidate && v.Kind == ReleaseKind.Revision);
    }

    [Fact]
    public async Task Run_AfterANewValue_OffersOneRevisionAndChangesNothingPublished()
    {
        var approved = await ApproveNewest();
        await Revise(1.02);

        var report = await _desk.Recalculate(Code, approved.Period);

        Assert.Equal(JobOutcome.Succeeded, report.Outcome);
        var revision = Assert.Single(await _desk.Versions(), v => v.Period == approved.Period && v.State == ReleaseState.Candidate);
        Assert.Equal((2, ReleaseKind.Revision, "数据更新\nnewer data"), (revision.Number, revision.Kind, revision.Reason));
        Assert.Equal(approved.Id, (await _desk.Published.Find(Code, approved.Period, _desk.Clock.GetUtcNow(), Cancellation))!.Version.Id);
    }

    [Fact]
    public async Task Run_AfterTheReleaseBefore_TellsReviewersWhatChangedSinceThen()
    {
        var newest = ReleaseCalendar.NewestDue(_desk.Definitions.Versions(Code)[^1], _desk.Definitions.Calendar, _desk.Clock.GetUtcNow())!.Value;
        await _desk.Recalculate(Code, newest.Plus(-1));
        var before = Assert.Single(await _desk.Versions());
        await _desk.Approve(before);
        _desk.Clock.Advance(TimeSpan.FromHours(1));
        await _desk.Revise(Code, newest.Plus(-1), 1.02);

        await _desk.Recalculate(Code, newest);

        var candidate = Assert.Single(await _desk.Versions(), v => v.Period == newest);
        var review = await _desk.Candidates.Review(candidate.Id, Cancellation);
        Assert.Equal(before.Period, review.ComparedWith);
        Assert.Contains(review.Changes, c => c.Cause == ChangeCause.RevisedData);
        Assert.Contains(review.Changes, c => c.Cause == ChangeCause.NewData);
        Assert.Equal(await Value(candidate) - await Value(before), review.Changes.Sum(c => c.Points), 1e-10);

        async Task<double> Value(ReleaseVersion version) => (await _desk.Candidates.Content(version.Id, Cancellation))!
            .Values.Single(v => v.Node == Code && v.Period == version.Period).Value!.Value;
    }

    [Fact]
    public async Task Run_AfterYetAnotherValue_RejectsTheOlderCandidateAsSuperseded()
    {
        var approved = await ApproveNewest();
        await Revise(1.02);
        await _desk.Recalculate(Code, approved.Period);
        await Revise(1.02);

        await _desk.Recalculate(Code, approved.Period);

        Assert.Equal(
            [(3, ReleaseState.Candidate), (2, ReleaseState.Rejected), (1, ReleaseState.Approved)],
            (await _desk.Versions()).Where(v => v.Period == approved.Period).Select(v => (v.Number, v.State)));
    }

    [Fact]
    public async Task Run_WhenTheValueGoesBackBeforeAnyApproval_OffersTheFirstContentAgain()
    {
        var first = await NewestCandidate();
        await Revise(1.25);
        await _desk.Recalculate(Code, first.Period);
        await Revise(0.8);

        await _desk.Recalculate(Code, first.Period);

        var open = Assert.Single(await _desk.Versions(), v => v.Period == first.Period && v.State == ReleaseState.Candidate);
        Assert.Equal((3, first.Fingerprint), (open.Number, open.Fingerprint));
    }

    [Fact]
    public async Task Run_WhenTheValueGoesBackToWhatIsApproved_WithdrawsTheCandidate()
    {
        var approved = await ApproveNewest();
        await Revise(1.25);
        await _desk.Recalculate(Code, approved.Period);
        await Revise(0.8);

        var report = await _desk.Recalculate(Code, approved.Period);

        Assert.Equal(JobOutcome.Unchanged, report.Outcome);
        Assert.DoesNotContain(await _desk.Versions(), v => v.Period == approved.Period && v.State == ReleaseState.Candidate);
    }

    [Fact]
    public async Task Run_OfWhatAReviewerRejected_DoesNotOfferItAgain()
    {
        var first = await NewestCandidate();
        await _desk.Releases.Reject(first.Id, "口径不对", "reviewer", _desk.Clock.GetUtcNow(), Cancellation);

        var report = await _desk.Recalculate(Code, first.Period);

        Assert.Equal(JobOutcome.Unchanged, report.Outcome);
        Assert.DoesNotContain(await _desk.Versions(), v => v.Period == first.Period && v.State == ReleaseState.Candidate);
    }

    [Fact]
    public async Task Run_WithoutData_SaysSo()
    {
        using var empty = new ReleaseDesk(ReleaseDesk.Only(Code));

        var report = await empty.Recalculate(Code);

        Assert.Equal(JobOutcome.Unchanged, report.Outcome);
        Assert.Contains("数据不足", report.Counts!, StringComparison.Ordinal);
        Assert.Empty(await empty.Versions());
    }

    [Fact]
    public async Task Run_OfAnUnknownIndex_IsRefused() =>
        await Assert.ThrowsAsync<InvalidOperationException>(() => _desk.Recalculate("NO-SUCH-INDEX"));

    public ValueTask DisposeAsync()
    {
        _desk.Dispose();
        return ValueTask.CompletedTask;
    }

    private async Task<ReleaseVersion> NewestCandidate()
    {
        var due = ReleaseCalendar.NewestDue(_desk.Definitions.Versions(Code)[^1], _desk.Definitions.Calendar, _desk.Clock.GetUtcNow())!.Value;
        await _desk.Recalculate(Code, due);
        return Assert.Single(await _desk.Versions(), v => v.Period == due);
    }

    private async Task<ReleaseVersion> ApproveNewest()
    {
        var candidate = await NewestCandidate();
        await _desk.Approve(candidate);
        return candidate;
    }

    private async Task Revise(double factor)
    {
        _desk.Clock.Advance(TimeSpan.FromHours(1));
        var due = ReleaseCalendar.NewestDue(_desk.Definitions.Versions(Code)[^1], _desk.Definitions.Calendar, _desk.Clock.GetUtcNow())!.Value;
        await _desk.Revise(Code, due, factor);
    }
}
