using Indices.Provenance;
using Indices.Releases;
using Indices.Time;
using TestSupport;
using Xunit;

namespace Indices.Tests.Storage;

public sealed class RecalculationStoreTests : IDisposable
{
    private readonly TemporaryStore _store = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private IRecalculationReader Reader => _store.Get<IRecalculationReader>();

    private IRecalculationWriter Writer => _store.Get<IRecalculationWriter>();

    [Fact]
    public async Task Add_Order_ComesBackInTimeOrderAndWaits()
    {
        var id = await Add(Sample.Quarter.Plus(1), Sample.Quarter);

        var order = (await Reader.Find(id, Cancellation))!;

        Assert.Equal(("X-IDX", Sample.Day(0), "1.0.0", "wang", Sample.Noon), (order.Index, order.AsOf, order.Methodology, order.RequestedBy, order.RequestedAt));
        Assert.Equal([Sample.Quarter, Sample.Quarter.Plus(1)], order.Periods.Select(p => p.Period));
        Assert.Equal((RecalculationState.Waiting, 0, true, true), (order.State, order.Done, order.CanCancel, order.CanResume));
        Assert.Null(await Reader.Find(id + 1, Cancellation));
    }

    [Fact]
    public async Task Add_TheSameFire_IsTheSameOrder()
    {
        var first = await Writer.Add(Order(Sample.Quarter), "1.0.0", "job slot", "scheduler", Sample.Noon, Cancellation);

        Assert.Equal(first, await Writer.Add(Order(Sample.Quarter.Plus(1)), "1.0.0", "job slot", "scheduler", Sample.Noon, Cancellation));
        Assert.NotEqual(first, await Writer.Add(Order(Sample.Quarter), "1.0.0", "job other slot", "scheduler", Sample.Noon, Cancellation));
    }

    [Fact]
    public async Task State_FollowsRunsResultsAndDecisions()
    {
        var id = await Add(Sample.Quarter, Sample.Quarter.Plus(1));
        var runs = _store.Get<IJobRunWriter>();
        var run = await runs.Start("recalculate", "manual", Sample.Noon, Sample.Noon, "wang", Cancellation);
        await runs.Attach(run, id, Cancellation);
        Assert.Equal(RecalculationState.Running, await State(id));

        await runs.InterruptOpenRuns(Sample.Noon, Cancellation);
        Assert.Equal(RecalculationState.Interrupted, await State(id));

        await Writer.MarkCancelled(id, "wang", Sample.Noon, Cancellation);
        Assert.Equal(RecalculationState.Cancelled, await State(id));
        await Assert.ThrowsAsync<InvalidOperationException>(() => Writer.MarkCancelled(id, "wang", Sample.Noon, Cancellation));

        await Writer.MarkResumed(id, "li", Sample.Noon, Cancellation);
        Assert.Equal((RecalculationState.Interrupted, "li"), (await State(id), (await Reader.Find(id, Cancellation))!.DecidedBy));

        await Writer.Record(id, Sample.Quarter, RecalculationOutcome.Failed, "boom", Sample.Noon, Cancellation);
        await Writer.Record(id, Sample.Quarter.Plus(1), RecalculationOutcome.NoValue, "数据不足", Sample.Noon, Cancellation);
        Assert.Equal(RecalculationState.Done, await State(id));
        await Assert.ThrowsAsync<InvalidOperationException>(() => Writer.MarkResumed(id, "li", Sample.Noon, Cancellation));
        await Assert.ThrowsAsync<InvalidOperationException>(() => Writer.MarkCancelled(id + 1, "li", Sample.Noon, Cancellation));
    }

    [Fact]
    public async Task Record_ASecondResult_LeavesTheFirst()
    {
        var id = await Add(Sample.Quarter);
        await Writer.Record(id, Sample.Quarter, RecalculationOutcome.Failed, "boom", Sample.Noon, Cancellation);

        await Writer.Record(id, Sample.Quarter, RecalculationOutcome.NoValue, "later", Sample.Noon.AddDays(1), Cancellation);

        Assert.Equal(
            new RecalculationResult(RecalculationOutcome.Failed, "boom", null, Sample.Noon),
            Assert.Single((await Reader.Find(id, Cancellation))!.Periods).Result);
    }

    [Fact]
    public async Task Offer_Twice_MakesOneCandidateAndOneResult()
    {
        var id = await Add(Sample.Quarter);
        var releases = _store.Get<IReleaseWriter>();

        var first = await releases.Offer(Sample.Candidate(), id, Cancellation);
        var second = await releases.Offer(Sample.Candidate(fingerprint: "f2"), id, Cancellation);

        Assert.Equal((RecalculationOutcome.Offered, first), (first.Outcome, second));
        Assert.Equal(first.ReleaseVersion, Assert.Single(await _store.Get<ICandidateReader>().Recent(10, Cancellation)).Id);
    }

    [Fact]
    public async Task Offer_OfAPeriodThatWasNotOrdered_LeavesNoCandidate()
    {
        var id = await Add(Sample.Quarter);

        await Assert.ThrowsAnyAsync<Exception>(() => _store.Get<IReleaseWriter>().Offer(Sample.Candidate(period: Sample.Quarter.Plus(1)), id, Cancellation));

        Assert.Empty(await _store.Get<ICandidateReader>().Recent(10, Cancellation));
    }

    [Fact]
    public async Task NewestOfEachPeriod_LeavesOutWhatWasCancelledBeforeItCameToThePeriod()
    {
        var both = await Add(Sample.Quarter, Sample.Quarter.Plus(1));
        var later = await Add(Sample.Quarter, Sample.Quarter.Plus(1));
        await Writer.Record(later, Sample.Quarter, RecalculationOutcome.NoValue, "", Sample.Noon, Cancellation);
        await Writer.MarkCancelled(later, "wang", Sample.Noon, Cancellation);
        var never = await Add(Sample.Quarter);
        await Writer.MarkCancelled(never, "wang", Sample.Noon, Cancellation);

        Assert.Equal([later, both], (await Reader.NewestOfEachPeriod(Cancellation)).Select(r => r.Id));
        Assert.Equal([never, later], (await Reader.Recent(2, Cancellation)).Select(r => r.Id));
    }

    public void Dispose() => _store.Dispose();

    private static RecalculationOrder Order(params Period[] periods) => new("X-IDX", [.. periods], Sample.Day(0));

    private Task<long> Add(params Period[] periods) => Writer.Add(Order(periods), "1.0.0", null, "wang", Sample.Noon, Cancellation);

    private async Task<RecalculationState> State(long id) => (await Reader.Find(id, Cancellation))!.State;
}
