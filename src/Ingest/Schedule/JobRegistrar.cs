using Indices.Methodology;
using Indices.Provenance;
using Indices.Sources;
using Quartz;

namespace Ingest.Schedule;

/// <summary>Puts the schedule into the scheduler; called at start, whenever the definitions changed, and when a person changed a cron.</summary>
internal sealed class JobRegistrar(IScheduleReader schedules)
{
    internal async Task Register(IScheduler scheduler, Definitions? definitions, CancellationToken cancellation)
    {
        var events = await schedules.Events(cancellation);
        foreach (var job in JobSchedule.Of(definitions).Append(JobSchedule.OnRequest))
            await Register(scheduler, job, ScheduleState.Of(job.Key.Name, events).Cron, cancellation);
        if (definitions is not null)
            await RemoveFetches(scheduler, [.. JobSchedule.Fetches(definitions).Select(j => j.Key)], cancellation);
    }

    /// <summary>A source that is gone or switched off is not fetched any more.</summary>
    private static async Task RemoveFetches(IScheduler scheduler, HashSet<JobKey> kept, CancellationToken cancellation)
    {
        foreach (var key in await scheduler.GetJobKeys(GroupMatcher<JobKey>.AnyGroup(), cancellation))
            if (key.Name.StartsWith(Source.JobPrefix, StringComparison.Ordinal) && !kept.Contains(key))
                await scheduler.DeleteJob(key, cancellation);
    }

    /// <param name="cron">Instead of the job's own; null for that.</param>
    internal static async Task Register(IScheduler scheduler, ScheduledJob job, string? cron, CancellationToken cancellation)
    {
        var detail = JobBuilder.Create().OfType(job.Type).WithIdentity(job.Key).StoreDurably().RequestRecovery(job.Recovers)
            .WithDescription(job.Title.Chinese).Build();
        await scheduler.AddJob(detail, new AddJobOptions { Replace = true }, cancellation);
        if ((cron ?? job.Cron) is not { } expression)
        {
            // A source that was fetched by a schedule may be one on demand now.
            await scheduler.UnscheduleJob(job.TriggerKey, cancellation);
            return;
        }
        var trigger = job.Trigger(expression, scheduler.TimeProvider);
        // A trigger that says the same stays: the slots that it missed while nothing ran are still to be noticed.
        if (await scheduler.GetTrigger(job.TriggerKey, cancellation) is ICronTrigger known
            && known.CronExpressionString == trigger.CronExpressionString && known.MisfireInstruction == trigger.MisfireInstruction)
            return;
        await scheduler.ScheduleJob(detail, [trigger], new ScheduleJobOptions { Replace = true }, cancellation);
    }
}
