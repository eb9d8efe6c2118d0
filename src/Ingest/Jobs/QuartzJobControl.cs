using Indices.Methodology;
using Indices.Provenance;
using Ingest.Recalculation;
using Ingest.Schedule;
using Quartz;

namespace Ingest.Jobs;

/// <summary>The scheduler behind the console.</summary>
internal sealed class QuartzJobControl(
    ISchedulerFactory schedulers,
    IDefinitionReader definitions,
    IScheduleReader schedules,
    IScheduleWriter scheduleWriter,
    RecalculationOrders orders,
    IRecalculationWriter recalculations,
    JobRunListener runs,
    TimeProvider time) : IJobControl
{
    public async Task<IReadOnlyList<JobState>> Jobs(CancellationToken cancellation = default)
    {
        var scheduler = await schedulers.GetScheduler(cancellation);
        var events = await schedules.Events(cancellation);
        var states = new List<JobState>();
        foreach (var job in await All(cancellation))
        {
            var (cron, hold) = ScheduleState.Of(job.Key.Name, events);
            var next = (await scheduler.GetTrigger(job.TriggerKey, cancellation))?.NextFireTimeUtc;
            states.Add(new JobState(job.Key.Name, job.Title, cron ?? job.Cron, hold is null ? next : null, runs.IsRunning(job.Key.Name))
                with { OwnCron = job.Cron, Hold = job.Cron is null ? null : hold });
        }
        return states;
    }

    public async Task RunNow(string job, string startedBy, CancellationToken cancellation = default) =>
        await Trigger((await Find(job, cancellation)).Key, JobStart.ByHand(startedBy), cancellation);

    public async Task Pause(string job, string reason, string by, CancellationToken cancellation = default)
    {
        RequireReason(reason);
        await Decide(job, ScheduleEventKind.Paused, reason.Trim(), by, cancellation);
    }

    public Task Release(string job, string by, CancellationToken cancellation = default) =>
        Decide(job, ScheduleEventKind.Released, "", by, cancellation);

    public async Task<DateTimeOffset?> NextFire(string job, DateTimeOffset from, CancellationToken cancellation = default)
    {
        var known = await Find(job, cancellation);
        return ScheduleState.Of(job, await schedules.Events(cancellation)).Hold is null
            && await (await schedulers.GetScheduler(cancellation)).GetTrigger(known.TriggerKey, cancellation) is { } trigger
                ? trigger.GetFireTimeAfter(from.AddTicks(-1))
                : null;
    }

    public SchedulePreview Preview(string cron) => CronText.Preview(cron, time.GetUtcNow());

    public async Task ChangeSchedule(string job, string? cron, string reason, string by, CancellationToken cancellation = default)
    {
        RequireReason(reason);
        var known = await Find(job, cancellation);
        if (known.Cron is null)
            throw new InvalidOperationException($"作业 {job} 不按计划运行。Job {job} has no schedule.");
        var preview = Preview(cron ?? known.Cron);
        if (preview.Fault is { } fault)
            throw new InvalidOperationException(fault.Chinese + fault.English);
        var kind = cron is null ? ScheduleEventKind.Reset : ScheduleEventKind.Changed;
        await scheduleWriter.Add(new ScheduleEvent(0, job, kind, cron is null ? null : preview.Cron, reason.Trim(), by, time.GetUtcNow()), cancellation);
        await JobRegistrar.Register(await schedulers.GetScheduler(cancellation), known, preview.Cron, cancellation);
    }

    public async Task<long> Recalculate(RecalculationOrder order, string by, CancellationToken cancellation = default)
    {
        var id = await orders.Add(order, null, by, cancellation);
        await Trigger(RecalculateJob.Key, JobStart.ByHand(by, id), cancellation);
        return id;
    }

    public Task CancelRecalculation(long recalculation, string by, CancellationToken cancellation = default) =>
        recalculations.MarkCancelled(recalculation, by, time.GetUtcNow(), cancellation);

    public async Task ResumeRecalculation(long recalculation, string by, CancellationToken cancellation = default)
    {
        await recalculations.MarkResumed(recalculation, by, time.GetUtcNow(), cancellation);
        await Trigger(RecalculateJob.Key, JobStart.ByHand(by, recalculation), cancellation);
    }

    private async Task Decide(string job, ScheduleEventKind kind, string reason, string by, CancellationToken cancellation)
    {
        if (job != ScheduleEvent.AllJobs)
            await Find(job, cancellation);
        await scheduleWriter.Add(new ScheduleEvent(0, job, kind, null, reason, by, time.GetUtcNow()), cancellation);
    }

    private async Task Trigger(JobKey job, JobDataMap data, CancellationToken cancellation) =>
        await (await schedulers.GetScheduler(cancellation)).TriggerJob(job, data, cancellation);

    private async Task<ScheduledJob> Find(string job, CancellationToken cancellation) =>
        (await All(cancellation)).FirstOrDefault(j => j.Key.Name == job)
            ?? throw new InvalidOperationException($"没有作业 {job}。There is no job {job}.");

    private async Task<IReadOnlyList<ScheduledJob>> All(CancellationToken cancellation) =>
        JobSchedule.Of(await definitions.Current(cancellation));

    private static void RequireReason(string reason)
    {
        if (string.IsNullOrWhiteSpace(reason))
            throw new InvalidOperationException("请说明理由。A reason is needed.");
    }
}
