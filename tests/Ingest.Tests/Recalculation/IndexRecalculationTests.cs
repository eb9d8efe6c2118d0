using Indices.Calculation;
using Indices.Observations;
using Indices.Provenance;
using Indices.Releases;
using Indices.Time;
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
        await _desk.Workflow.Reject(first.Id, "口径不对", "reviewer", _desk.Clock.GetUtcNow(), Cancellation);

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
    public async Task Run_OfTheSameFireThreeTimes_HasOneEffect()
    {
        var fire = $"calculate-{Code} 2026-11-23T22:00:00Z";
        var orders = new List<long>();
        for (var time = 0; time < 3; time++)
        {
            orders.Add((await _desk.Recalculation.OrderDue(Code, fire, "scheduler", Cancellation))!.Value);
            await _desk.Work(orders[^1]);
            // What comes in between two executions is for the next slot.
            await Revise(1.02);
        }

        Assert.Single(orders.Distinct());
        Assert.All((await _desk.Versions()).GroupBy(v => v.Period), versions => Assert.Single(versions));
        Assert.All((await _desk.Recalculations.Find(orders[0], Cancellation))!.Periods, p => Assert.Equal(RecalculationOutcome.Offered, p.Result!.Outcome));
    }

    [Fact]
    public async Task Run_CancelledHalfWay_KeepsWhatWasDoneAndResumesWithTheRest()
    {
        var due = Due();
        var order = await _desk.Order(Code, [.. Enumerable.Range(-3, 4).Select(due.Plus)]);
        var done = 0;

        await _desk.Work(order, async _ =>
        {
            if (++done == 2)
                await _desk.RecalculationWriter.MarkCancelled(order, "wang", _desk.Clock.GetUtcNow(), Cancellation);
        });

        var cancelled = (await _desk.Recalculations.Find(order, Cancellation))!;
        Assert.Equal((RecalculationState.Cancelled, 2, "wang"), (cancelled.State, cancelled.Done, cancelled.DecidedBy));
        Assert.Equal([due.Plus(-2), due.Plus(-3)], (await _desk.Versions()).Select(v => v.Period));

        await _desk.RecalculationWriter.MarkResumed(order, "li", _desk.Clock.GetUtcNow(), Cancellation);
        await _desk.Work(order);

        Assert.Equal(RecalculationState.Done, (await _desk.Recalculations.Find(order, Cancellation))!.State);
        Assert.Equal([due, due.Plus(-1), due.Plus(-2), due.Plus(-3)], (await _desk.Versions()).Select(v => v.Period));
    }

    [Fact]
    public async Task Run_StoppedByTheEndOfTheProcess_LeavesThePeriodsDoneAndNoHalfOne()
    {
        var due = Due();
        var order = await _desk.Order(Code, due.Plus(-1), due);
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => _desk.Recalculation.Run(order, _ => ending.CancelAsync(), ending.Token));

        Assert.Equal(due.Plus(-1), Assert.Single(await _desk.Versions()).Period);
        Assert.Equal(1, (await _desk.Recalculations.Find(order, Cancellation))!.Done);
    }

    [Fact]
    public async Task Run_AsOfAnEarlierVintage_UsesNothingLater()
    {
        var due = Due();
        var before = new Vintage(_desk.Clock.GetUtcNow());
        var known = await NewestCandidate();
        await Revise(1.25);

        var order = await _desk.Orders.Add(new RecalculationOrder(Code, [due], before), null, "wang", Cancellation);
        await _desk.Work(order);

        Assert.Equal(RecalculationOutcome.Unchanged, Assert.Single((await _desk.Recalculations.Find(order, Cancellation))!.Periods).Result!.Outcome);
        Assert.Equal(known.Id, Assert.Single(await _desk.Versions()).Id);
    }

    [Fact]
    public async Task Order_OfWhatCannotBeCalculated_IsRefused()
    {
        var due = Due();
        await Assert.ThrowsAsync<InvalidOperationException>(() => _desk.Order(Code));
        await Assert.ThrowsAsync<InvalidOperationException>(() => _desk.Order(Code, Period.OfYear(2024)));
        await Assert.ThrowsAsync<InvalidOperationException>(() => _desk.Order(Code, due.Plus(12)));
        await Assert.ThrowsAsync<InvalidOperationException>(() => _desk.Orders.Add(
            new RecalculationOrder(Code, [due], new Vintage(_desk.Clock.GetUtcNow().AddMinutes(1))), null, "wang", Cancellation));
    }

    [Fact]
    public async Task Run_OfAnUnknownIndex_IsRefused() =>
        await Assert.ThrowsAsync<InvalidOperationException>(() => _desk.Recalculate("NO-SUCH-INDEX"));

    public ValueTask DisposeAsync()
    {
        _desk.Dispose();
        return ValueTask.CompletedTask;
    }

    private Period Due() =>
        ReleaseCalendar.NewestDue(_desk.Definitions.Versions(Code)[^1], _desk.Definitions.Calendar, _desk.Clock.GetUtcNow())!.Value;

    private async Task<ReleaseVersion> NewestCandidate()
    {
        var due = Due();
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
