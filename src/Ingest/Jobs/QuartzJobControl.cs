using Indices.Methodology;
using Indices.Provenance;
using Ingest.Schedule;
using Quartz;

namespace Ingest.Jobs;

/// <summary>The scheduler behind the console's list of jobs.</summary>
internal sealed class QuartzJobControl(ISchedulerFactory schedulers, IDefinitionReader definitions, JobRunListener runs) : IJobControl
{
    public async Task<IReadOnlyList<JobState>> Jobs(CancellationToken cancellation = default)
    {
        var scheduler = await schedulers.GetScheduler(cancellation);
        var states = new List<JobState>();
        foreach (var job in await All(cancellation))
        {
            var trigger = await scheduler.GetTrigger(new TriggerKey(job.Key.Name, JobStart.Schedule), cancellation);
            states.Add(new JobState(job.Key.Name, job.Title, job.Cron, trigger?.NextFireTimeUtc, runs.IsRunning(job.Key.Name)));
        }
        return states;
    }

    public async Task RunNow(string job, string startedBy, string? period = null, CancellationToken cancellation = default)
    {
        var known = (await All(cancellation)).FirstOrDefault(j => j.Key.Name == job)
            ?? throw new InvalidOperationException($"没有作业 {job}。There is no job {job}.");
        var scheduler = await schedulers.GetScheduler(cancellation);
        await scheduler.TriggerJob(known.Key, JobStart.ByHand(startedBy, period), cancellation);
    }

    private async Task<IReadOnlyList<ScheduledJob>> All(CancellationToken cancellation) =>
        await definitions.Current(cancellation) is { } current
            ? [.. JobSchedule.Standing, .. JobSchedule.Calculations(current)]
            : JobSchedule.Standing;
}
