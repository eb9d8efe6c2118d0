using Indices.Alerts;
using Indices.Methodology;
using Indices.Provenance;
using Indices.Releases;
using Indices.Sources;
using Ingest.Alerts;
using Ingest.Jobs;
using Ingest.Schedule;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using Quartz;
using TestSupport;
using Xunit;

namespace Ingest.Tests.Jobs;

/// <summary>The listener in a real scheduler, writing into a real store.</summary>
public sealed class JobRunListenerTests : IDisposable
{
    private static readonly DateTimeOffset Noon = new(2026, 11, 24, 4, 0, 0, TimeSpan.Zero);

    private readonly FakeTimeProvider _clock = new(Noon);
    private readonly TemporaryStore _store = new();
    private readonly JobRunListener _listener;

    private readonly ScheduleGate _gate;

    public JobRunListenerTests()
    {
        _gate = new ScheduleGate(_store.Get<IScheduleReader>(), _store.Get<IScheduleWriter>(), _clock);
        _listener = new JobRunListener(_store.Get<IJobRunWriter>(), _store.Get<IScheduleWriter>(), _gate, _clock, NullLogger<JobRunListener>.Instance);
    }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task ScheduledLook_WithNothingToDo_LeavesNoLine()
    {
        var seen = await Run(new JobDataMap(), context => Report(context, JobReport.Unchanged));

        Assert.Empty(await Runs());
        Assert.True(seen.WasRunning);
        Assert.False(_listener.IsRunning("test"));
    }

    [Fact]
    public async Task ScheduledRun_ThatDidSomething_LeavesOneLineFromItsBeginning()
    {
        await Run(new JobDataMap(), context =>
        {
            _clock.Advance(TimeSpan.FromSeconds(7));
            return Report(context, new JobReport(JobOutcome.Succeeded, "3 files"));
        });

        var run = Assert.Single(await Runs());
        Assert.Equal((JobStart.Schedule, JobOutcome.Succeeded, "3 files", "scheduler"), (run.Trigger, run.Outcome, run.Counts, run.StartedBy));
        Assert.Equal((Noon, Noon.AddSeconds(7)), (run.StartedAt, run.EndedAt));
        Assert.Null(run.Error);
    }

    [Fact]
    public async Task ManualRun_WithNothingToDo_LeavesALineWithItsAccount()
    {
        await Run(JobStart.ByHand("wang"), context => Report(context, JobReport.Unchanged));

        var run = Assert.Single(await Runs());
        Assert.Equal((JobStart.Manual, JobOutcome.Unchanged, "wang"), (run.Trigger, run.Outcome, run.StartedBy));
    }

    [Fact]
    public async Task ScheduledRun_ThatFails_IsWrittenWithTheInnermostMessage()
    {
        await Run(new JobDataMap(), _ => throw new InvalidOperationException("outer", new IOException("the disk is full")));

        var run = Assert.Single(await Runs());
        Assert.Equal((JobOutcome.Failed, "the disk is full"), (run.Outcome, run.Error));
        Assert.NotNull(run.EndedAt);
    }

    [Fact]
    public async Task FailureAfterPartOfTheWork_KeepsWhatWasDone()
    {
        await Run(new JobDataMap(), async context =>
        {
            await Report(context, new JobReport(JobOutcome.Succeeded, "1 file"));
            throw new IOException("second file");
        });

        var run = Assert.Single(await Runs());
        Assert.Equal((JobOutcome.Failed, "1 file", "second file"), (run.Outcome, run.Counts, run.Error));
    }

    [Fact]
    public async Task Progress_OfAScheduledRun_GetsItsLineWhileItRuns()
    {
        JobRun? during = null;

        await Run(new JobDataMap(), async context =>
        {
            await _listener.Progress(context, "1 of 2", Cancellation);
            during = Assert.Single(await Runs());
            await Report(context, new JobReport(JobOutcome.Succeeded, "2 of 2"));
        });

        Assert.Equal((JobOutcome.Running, "1 of 2"), (during!.Outcome, during.Counts));
        var run = Assert.Single(await Runs());
        Assert.Equal((during.Id, JobOutcome.Succeeded, "2 of 2"), (run.Id, run.Outcome, run.Counts));
    }

    [Fact]
    public async Task Progress_FollowedByNothingToDo_StillClosesItsLine()
    {
        await Run(new JobDataMap(), async context =>
        {
            await _listener.Progress(context, "looking", Cancellation);
            await Report(context, JobReport.Unchanged);
        });

        Assert.Equal(JobOutcome.Unchanged, Assert.Single(await Runs()).Outcome);
    }

    [Fact]
    public async Task Job_ThatFailsFiveTimesInARow_IsStoppedAndShownAndGoesOnWhenReleased()
    {
        for (var failure = 1; failure <= JobSchedule.MostFailures; failure++)
        {
            Assert.Null((await State()).Hold);
            await Run(new JobDataMap(), _ => throw new IOException("the disk is full"));
        }

        Assert.Equal((ScheduleEventKind.Stopped, "the disk is full", "scheduler"), ((await State()).Hold!.Kind, (await State()).Hold!.Reason, (await State()).Hold!.By));
        await _store.Get<IScheduleWriter>().Add(new ScheduleEvent(0, "test", ScheduleEventKind.Released, null, "", "wang", Noon), Cancellation);
        Assert.Null((await State()).Hold);
        await Run(new JobDataMap(), _ => throw new IOException("the disk is full"));
        Assert.Null((await State()).Hold);
    }

    [Fact]
    public async Task Job_ThatKeepsFailing_IsToldToAChannelWithinAMinute()
    {
        for (var failure = 1; failure <= JobSchedule.MostFailures; failure++)
            await Run(new JobDataMap(), _ => throw new IOException("the disk is full"));
        var alerts = JobSchedule.Standing.Single(j => j.Key.Equals(AlertJob.Key));
        var next = alerts.Trigger(alerts.Cron!, _clock).GetFireTimeAfter(_clock.GetUtcNow())!.Value;

        Assert.InRange(next - _clock.GetUtcNow(), TimeSpan.Zero, TimeSpan.FromSeconds(60));
        _clock.SetUtcNow(next);
        var channel = new KeptAlerts();
        await new AlertRound(
            _store.Get<IDefinitionReader>(), _store.Get<ISourceReader>(), _store.Get<IJobRunReader>(), _store.Get<ICandidateReader>(),
            _store.Get<IAlertReader>(), _store.Get<IAlertWriter>(), [channel], _clock).Run(AlertJob.Key.Name, Cancellation);

        var cause = Assert.Single(channel.Alerts).Cause;
        Assert.Equal(("job-failed:test", "Job failed: test. the disk is full"), (cause.Key, cause.English));
    }

    [Fact]
    public async Task Job_ThatWorksInBetween_IsNotStopped()
    {
        for (var time = 0; time < 2 * JobSchedule.MostFailures; time++)
        {
            var fails = time % JobSchedule.MostFailures > 0;
            await Run(new JobDataMap(), context => fails ? throw new IOException("the disk is full") : Report(context, JobReport.Unchanged));
        }

        Assert.Null((await State()).Hold);
    }

    [Fact]
    public async Task Run_StoppedByTheEndOfTheProcess_IsInterruptedAndNoFailure()
    {
        await Run(JobStart.ByHand("wang"), _ => throw new OperationCanceledException());

        Assert.Equal(JobOutcome.Interrupted, Assert.Single(await Runs()).Outcome);
    }

    public void Dispose() => _store.Dispose();

    private async Task<ScheduleState> State() => ScheduleState.Of("test", await _store.Get<IScheduleReader>().Events(Cancellation));

    private static Task Report(IJobExecutionContext context, JobReport report)
    {
        context.Result = report;
        return Task.CompletedTask;
    }

    private Task<IReadOnlyList<JobRun>> Runs() => _store.Get<IJobRunReader>().Recent(10, cancellation: Cancellation);

    /// <summary>Fires one job and waits until the scheduler is done with it, listeners included.</summary>
    private async Task<Seen> Run(JobDataMap data, Func<IJobExecutionContext, Task> body)
    {
        var entered = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var seen = new Seen();
        await using var services = new ServiceCollection()
            .AddLogging()
            .AddSingleton<Func<IJobExecutionContext, Task>>(context =>
            {
                seen.WasRunning = _listener.IsRunning("test");
                entered.SetResult();
                return body(context);
            })
            .AddQuartz(quartz =>
            {
                quartz.ConfigureScheduler(scheduler => scheduler.InstanceName = Guid.NewGuid().ToString());
                quartz.AddJobListener(_ => _listener, []);
            })
            .BuildServiceProvider();
        var scheduler = await services.GetRequiredService<ISchedulerFactory>().GetScheduler(Cancellation);
        var key = new JobKey("test");
        await scheduler.AddJob(
            JobBuilder.Create<DelegatingJob>().WithIdentity(key).StoreDurably().Build(), new AddJobOptions { Replace = true }, Cancellation);
        await scheduler.Start(Cancellation);
        await scheduler.TriggerJob(key, data, Cancellation);
        await entered.Task.WaitAsync(Cancellation);
        await scheduler.Shutdown(waitForJobsToComplete: true, Cancellation);
        return seen;
    }

    private sealed class KeptAlerts : IAlertChannel
    {
        public string Name => "kept";

        internal List<OpenAlert> Alerts { get; } = [];

        public Task Send(IReadOnlyList<OpenAlert> alerts, CancellationToken cancellation)
        {
            Alerts.AddRange(alerts);
            return Task.CompletedTask;
        }
    }

    private sealed class Seen
    {
        internal bool WasRunning { get; set; }
    }

    internal sealed class DelegatingJob(Func<IJobExecutionContext, Task> body) : IJob
    {
        public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken) => await body(context);
    }
}
