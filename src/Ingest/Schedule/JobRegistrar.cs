using Indices.Methodology;
using Indices.Time;
using Quartz;

namespace Ingest.Schedule;

/// <summary>Puts the schedule into the scheduler; called at start and whenever the definitions changed.</summary>
internal static class JobRegistrar
{
    internal static async Task Register(IScheduler scheduler, Definitions? definitions, CancellationToken cancellation)
    {
        foreach (var job in definitions is null ? JobSchedule.Standing : [.. JobSchedule.Standing, .. JobSchedule.Calculations(definitions)])
            await Register(scheduler, job, cancellation);
    }

    private static async Task Register(IScheduler scheduler, ScheduledJob job, CancellationToken cancellation)
    {
        var detail = JobBuilder.Create().OfType(job.Type).WithIdentity(job.Key).StoreDurably().WithDescription(job.Title.Chinese).Build();
        if (job.Cron is null)
        {
            await scheduler.AddJob(detail, new AddJobOptions { Replace = true }, cancellation);
            return;
        }
        var trigger = TriggerBuilder.Create()
            .WithIdentity(job.Key.Name, "schedule")
            .ForJob(job.Key)
            .WithCronSchedule(job.Cron, cron => cron
                .InTimeZone(OfficeClock.Zone)
                .WithMisfireInstruction(CronTriggerMisfireInstruction.DoNothing))
            .Build();
        await scheduler.ScheduleJob(detail, [trigger], new ScheduleJobOptions { Replace = true }, cancellation);
    }
}
