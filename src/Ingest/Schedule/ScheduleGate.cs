using System.Collections.Concurrent;
using Indices.Provenance;
using Ingest.Jobs;
using Quartz;

namespace Ingest.Schedule;

/// <summary>Holds scheduled runs back while their job is paused or stopped, and writes down the slots that were missed.</summary>
/// <remarks>What is held is kept in our own tables and read at every fire: the scheduler's file can be lost without forgetting a pause.</remarks>
internal sealed class ScheduleGate(IScheduleReader schedules, IScheduleWriter writer, TimeProvider time) : ITriggerListener
{
    private readonly ConcurrentDictionary<string, DateTimeOffset> _missed = new();

    public string Name => "schedule-gate";

    public async ValueTask<bool> VetoJobExecution(ITrigger trigger, IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        var kind = JobStart.TriggerOf(context);
        // The chain of the start does the work of a chain that was killed.
        if (context.Recovering && kind is JobStart.Startup or JobStart.Inputs)
            return true;
        return kind == JobStart.Schedule
            && ScheduleState.Of(context.JobDetail.Key.Name, await schedules.Events(cancellationToken)).Hold is not null;
    }

    public async ValueTask TriggerMisfired(ITrigger trigger, IScheduler scheduler, CancellationToken cancellationToken = default)
    {
        if (trigger is not ICronTrigger cron || trigger.NextFireTimeUtc is not { } slot)
            return;
        await writer.Add(new Misfire(trigger.JobKey.Name, slot, time.GetUtcNow()), cancellationToken);
        if (cron.MisfireInstruction == CronTriggerMisfireInstruction.FireAndProceed)
            _missed[trigger.JobKey.Name] = slot;
    }

    /// <summary>The slot that a run makes up for, told once; null when it is on time.</summary>
    internal DateTimeOffset? TakeMissed(string job) => _missed.TryRemove(job, out var slot) ? slot : null;

    public ValueTask TriggerFired(ITrigger trigger, IJobExecutionContext context, CancellationToken cancellationToken = default) => ValueTask.CompletedTask;

    public ValueTask TriggerComplete(
        ITrigger trigger, IJobExecutionContext context, SchedulerInstruction triggerInstructionCode, CancellationToken cancellationToken = default) => ValueTask.CompletedTask;
}
