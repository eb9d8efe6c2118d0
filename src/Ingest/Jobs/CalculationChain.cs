using Indices.Methodology;
using Indices.Provenance;
using Quartz;

namespace Ingest.Jobs;

/// <summary>All indices one after the other, in the order of the definitions: the order in which candidates are made is then always the same.</summary>
internal sealed class CalculationChain(IScheduleReader schedules)
{
    internal Task Begin(IScheduler scheduler, Definitions definitions, string trigger, CancellationToken cancellation) =>
        Continue(scheduler, [.. definitions.IndexCodes], trigger, cancellation);

    /// <summary>Starts the first that is not held back.</summary>
    internal Task Continue(IScheduler scheduler, string[] codes, string trigger, CancellationToken cancellation) => JobStart.GoOn(scheduler, async () =>
    {
        var events = await schedules.Events(cancellation);
        if (codes.SkipWhile(code => ScheduleState.Of(CalculateJob.KeyOf(code).Name, events).Hold is not null).ToArray() is [var first, .. var rest])
            await scheduler.TriggerJob(CalculateJob.KeyOf(first), JobStart.By(trigger, rest), cancellation);
    });
}
