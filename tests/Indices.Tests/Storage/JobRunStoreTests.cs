using Indices.Provenance;
using TestSupport;
using Xunit;

namespace Indices.Tests.Storage;

public sealed class JobRunStoreTests : IDisposable
{
    private readonly TemporaryStore _store = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private IJobRunWriter Writer => _store.Get<IJobRunWriter>();

    [Fact]
    public async Task Finish_AfterProgress_ClosesTheRun()
    {
        var id = await Start("load", 0);
        await Writer.Progress(id, "3 files", Sample.Noon.AddSeconds(1), Cancellation);
        Assert.Equal(("3 files", JobOutcome.Running, null), Shown(Assert.Single(await Recent())));

        await Writer.Finish(id, Sample.Noon.AddTicks(7), JobOutcome.Failed, null, "boom", Cancellation);

        Assert.Equal(
            new JobRun(id, "load", "schedule", Sample.Noon, Sample.Noon, Sample.Noon.AddTicks(7), JobOutcome.Failed, "3 files", "boom", "scheduler"),
            Assert.Single(await Recent()));
        await Writer.Progress(id, "late", Sample.Noon, Cancellation);
        Assert.Equal("3 files", Assert.Single(await Recent()).Counts);
        Assert.Equal([new JobRunLine(Sample.Noon.AddSeconds(1), "3 files")], await _store.Get<IJobRunReader>().Lines(id, Cancellation));
        await Assert.ThrowsAsync<InvalidOperationException>(
            () => Writer.Finish(id, Sample.Noon, JobOutcome.Succeeded, null, null, Cancellation));
    }

    [Fact]
    public async Task InterruptOpenRuns_SomeEnded_ClosesTheOthers()
    {
        var ended = await Start("load", 0);
        await Writer.Finish(ended, Sample.Noon, JobOutcome.Unchanged, null, null, Cancellation);
        await Start("calculate", 1);

        await Writer.InterruptOpenRuns(Sample.Noon.AddHours(1), Cancellation);

        Assert.Equal([JobOutcome.Interrupted, JobOutcome.Unchanged], (await Recent()).Select(r => r.Outcome));
        Assert.Equal(Sample.Noon.AddHours(1), (await Recent())[0].EndedAt);
    }

    [Fact]
    public async Task Attempt_CountsTheRunsOfASlot()
    {
        await Start("load", 0);
        await Start("load", 1);
        await Start("other", 0);
        var again = await Start("load", 0);

        Assert.Equal([2, 1, 1, 1], (await Recent()).Select(r => r.Attempt));
        Assert.Equal(2, (await _store.Get<IJobRunReader>().Find(again, Cancellation))!.Attempt);
        Assert.Null(await _store.Get<IJobRunReader>().Find(again + 1, Cancellation));
    }

    [Fact]
    public async Task Recent_ManyRuns_NewestOfTheJobFirst()
    {
        for (var i = 0; i < 4; i++)
            await Start(i % 2 == 0 ? "load" : "calculate", i);

        Assert.Equal([3, 2, 1], (await Recent(3)).Select(r => (r.StartedAt - Sample.Noon).Days));
        Assert.Equal([2, 0], (await Recent(3, "load")).Select(r => (r.StartedAt - Sample.Noon).Days));
    }

    public void Dispose() => _store.Dispose();

    private Task<long> Start(string job, int day) =>
        Writer.Start(job, "schedule", Sample.Noon.AddDays(day), Sample.Noon.AddDays(day), "scheduler", Cancellation);

    private Task<IReadOnlyList<JobRun>> Recent(int count = 10, string? job = null) =>
        _store.Get<IJobRunReader>().Recent(count, job, Cancellation);

    private static (string?, JobOutcome, DateTimeOffset?) Shown(JobRun run) => (run.Counts, run.Outcome, run.EndedAt);
}
