using System.Collections.Concurrent;
using Indices.Provenance;
using Microsoft.Extensions.Logging;
using Quartz;

namespace Ingest.Jobs;

/// <summary>Writes the history of all runs. A scheduled look that found nothing to do leaves no line: it happens every few seconds.</summary>
internal sealed class JobRunListener(IJobRunWriter runs, TimeProvider time, ILogger<JobRunListener> log) : IJobListener
{
    private readonly ConcurrentDictionary<string, OpenRun> _open = new();

    public string Name => "job-runs";

    public async ValueTask JobToBeExecuted(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        var run = new OpenRun(context.JobDetail.Key.Name, time.GetUtcNow(), null);
        if (JobStart.TriggerOf(context) != JobStart.Schedule)
            run = run with { Id = await Start(context, run.StartedAt, cancellationToken) };
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
        var report = context.Result as JobReport ?? new JobReport(JobOutcome.Succeeded, null);
        var failure = jobException?.GetBaseException().Message;
        if (failure is not null)
            log.LogError(jobException, "Job {Job} failed", context.JobDetail.Key.Name);
        if (open?.Id is null && failure is null && report.Outcome == JobOutcome.Unchanged)
            return;
        var id = open?.Id ?? await Start(context, open?.StartedAt ?? time.GetUtcNow(), CancellationToken.None);
        await runs.Finish(id, time.GetUtcNow(), failure is null ? report.Outcome : JobOutcome.Failed, report.Counts, failure, CancellationToken.None);
    }

    internal bool IsRunning(string job) => _open.Values.Any(run => run.Job == job);

    /// <summary>Shows progress of the run that a job is in; a scheduled run gets its line now.</summary>
    internal async Task Progress(IJobExecutionContext context, string counts, CancellationToken cancellation)
    {
        if (!_open.TryGetValue(context.FireInstanceId, out var open))
            return;
        var id = open.Id ?? await Start(context, open.StartedAt, cancellation);
        _open[context.FireInstanceId] = open with { Id = id };
        await runs.Progress(id, counts, cancellation);
    }

    private Task<long> Start(IJobExecutionContext context, DateTimeOffset at, CancellationToken cancellation) => runs.Start(
        context.JobDetail.Key.Name, JobStart.TriggerOf(context),
        context.ScheduledFireTimeUtc ?? context.FireTimeUtc, at, JobStart.StartedByOf(context), cancellation);

    private sealed record OpenRun(string Job, DateTimeOffset StartedAt, long? Id);
}
