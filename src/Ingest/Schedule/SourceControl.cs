using Indices.Methodology;
using Indices.Provenance;
using Indices.Sources;
using Quartz;

namespace Ingest.Schedule;

/// <summary>Stores a changed source and has the scheduler follow it.</summary>
internal sealed class SourceControl(
    ISourceEditWriter edits,
    IDefinitionReader definitions,
    IScheduleReader schedules,
    IScheduleWriter scheduleWriter,
    JobRegistrar registrar,
    ISchedulerFactory schedulers,
    TimeProvider time) : ISourceControl
{
    public async Task Change(string source, string? text, string reason, string by, CancellationToken cancellation = default)
    {
        if (string.IsNullOrWhiteSpace(reason))
            throw new InvalidOperationException("请说明理由。A reason is needed.");
        var before = await definitions.Current(cancellation);
        if (text is not null && before is not null)
            CheckCron(source, text, before);
        try
        {
            await edits.Add(new SourceEdit(0, source, text, reason.Trim(), by, time.GetUtcNow()), cancellation);
        }
        catch (MethodologyFileException refusal)
        {
            throw new InvalidOperationException(refusal.Message, refusal);
        }
        var after = (await definitions.Current(cancellation))!;
        if (before?.Sources.Find(source)?.Cron != after.Sources.Find(source)?.Cron)
            await ForgetOwnCron(Source.JobPrefix + source, reason.Trim(), by, cancellation);
        await registrar.Register(await schedulers.GetScheduler(cancellation), after, cancellation);
    }

    /// <summary>The rules of the file know the shape of a cron; what it means only the scheduler does.</summary>
    private void CheckCron(string source, string text, Definitions inForce)
    {
        if (EditedSources.Faults(source, text, inForce).Count == 0
            && SourceFile.Parse(source, text, inForce).Find(source)?.Cron is { } cron
            && CronText.Preview(cron, time.GetUtcNow()).Fault is { } fault)
            throw new InvalidOperationException(fault.Chinese + fault.English);
    }

    /// <summary>The newest decision holds: a cron that was set on the page of the job gives way to the one set here.</summary>
    private async Task ForgetOwnCron(string job, string reason, string by, CancellationToken cancellation)
    {
        if (ScheduleState.Of(job, await schedules.Events(cancellation)).Cron is not null)
            await scheduleWriter.Add(new ScheduleEvent(0, job, ScheduleEventKind.Reset, null, reason, by, time.GetUtcNow()), cancellation);
    }
}
