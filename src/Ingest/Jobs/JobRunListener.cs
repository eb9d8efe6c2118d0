using System.Collections.Concurrent;
using Indices.Provenance;
using Ingest.Schedule;
using Microsoft.Extensions.Logging;
using Quartz;

namespace Ingest.Jobs;

/// <summary>
/// Writes the history of all runs, and stops the schedule of a job that keeps failing. A scheduled look that found nothing
/// to do leaves no line: it happens every few seconds.
/// </summary>
internal sealed class JobRunListener(
    IJobRunWriter runs, IScheduleWriter schedules, ScheduleGate gate, TimeProvider time, ILogger<JobRunListener> log) : IJobListener
{
    private readonly ConcurrentDictionary<string, OpenRun> _open = new();
    private readonly ConcurrentDictionary<string, int> _failures = new();

    public string Name => "job-runs";

    public async ValueTask JobToBeExecuted(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        var job = context.JobDetail.Key.Name;
        var trigger = JobStart.TriggerOf(context);
        var slot = (trigger == JobStart.Schedule ? gate.TakeMissed(job) : null) ?? context.ScheduledFireTimeUtc ?? context.FireTimeUtc;
        var run = new OpenRun(job, slot, time.GetUtcNow(), null);
        if (trigger != JobStart.Schedule || context.Recovering)
            run = run with { Id = await Start(context, run, cancellationToken) };
        _open[context.FireInstanceId] = run;
    }

    public ValueTask JobExecutionVetoed(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        _open.TryRemove(context.FireInstanceId, out _);
        return ValueTask.CompletedTask;
    }

    public async ValueTask JobWasExecuted(
        IJobExecutionContext context, JobExecutionException? jobException, CancellationToken cancellationToken = default)
    {
        _open.TryRemove(context.FireInstanceId, out var open);
        open ??= new OpenRun(context.JobDetail.Key.Name, context.ScheduledFireTimeUtc ?? context.FireTimeUtc, time.GetUtcNow(), null);
        var report = context.Result as JobReport ?? new JobReport(JobOutcome.Succeeded, null);
        var failure = jobException?.GetBaseException();
        var outcome = failure switch
        {
            null => report.Outcome,
            OperationCanceledException => JobOutcome.Interrupted,
            _ => JobOutcome.Failed,
        };
        if (outcome == JobOutcome.Failed)
            log.LogError(jobException, "Job {Job} failed", open.Job);
        if (open.Id is not null || outcome != JobOutcome.Unchanged)
        {
            var id = open.Id ?? await Start(context, open, CancellationToken.None);
            await runs.Finish(id, time.GetUtcNow(), outcome, report.Counts, failure?.Message, CancellationToken.None);
        }
        await Count(open.Job, outcome, failure?.Message ?? report.Counts ?? "");
    }

    internal bool IsRunning(string job) => _open.Values.Any(run => run.Job == job);

    /// <summary>Shows progress of the run that a job is in; a scheduled run gets its line now.</summary>
    internal async Task Progress(IJobExecutionContext context, string counts, CancellationToken cancellation)
    {
        if (await LineOf(context, cancellation) is { } id)
            await runs.Progress(id, counts, time.GetUtcNow(), cancellation);
    }

    /// <summary>Says which recalculation the run works on; a scheduled run gets its line now.</summary>
    internal async Task Attach(IJobExecutionContext context, long recalculation, CancellationToken cancellation)
    {
        if (await LineOf(context, cancellation) is { } id)
            await runs.Attach(id, recalculation, cancellation);
    }

    /// <summary>Failures in a row are counted here and not in the history, which leaves out looks that found nothing to do.</summary>
    private async Task Count(string job, JobOutcome outcome, string why)
    {
        if (outcome == JobOutcome.Interrupted)
            return;
        var failures = outcome == JobOutcome.Failed ? _failures.AddOrUpdate(job, 1, (_, before) => before + 1) : 0;
        if (failures >= JobSchedule.MostFailures)
        {
            await schedules.Add(new ScheduleEvent(0, job, ScheduleEventKind.Stopped, null, why, "scheduler", time.GetUtcNow()));
            failures = 0;
        }
        _failures[job] = failures;
    }

    private async Task<long?> LineOf(IJobExecutionContext context, CancellationToken cancellation)
    {
        if (!_open.TryGetValue(context.FireInstanceId, out var open))
            return null;
        var id = open.Id ?? await Start(context, open, cancellation);
        _open[context.FireInstanceId] = open with { Id = id };
        return id;
    }

    private Task<long> Start(IJobExecutionContext context, OpenRun run, CancellationToken cancellation) => runs.Start(
        run.Job, context.Recovering ? JobStart.Recovery : JobStart.TriggerOf(context), run.Slot, run.StartedAt, JobStart.StartedByOf(context), cancellation);

    private sealed record OpenRun(string Job, DateTimeOffset Slot, DateTimeOffset StartedAt, long? Id);
}
