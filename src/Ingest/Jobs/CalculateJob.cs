using Indices.Methodology;
using Indices.Time;
using Ingest.Recalculation;
using Quartz;

namespace Ingest.Jobs;

/// <summary>Calculates one index for what is due and offers what changed as a candidate.</summary>
[DisallowConcurrentExecution]
internal sealed class CalculateJob(IndexRecalculation recalculation) : IJob
{
    private const string Prefix = "calculate-";

    internal static JobKey KeyOf(string index) => new(Prefix + index);

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken)
    {
        try
        {
            context.Result = await recalculation.Run(
                context.JobDetail.Key.Name[Prefix.Length..],
                Period.TryParse(JobStart.PeriodOf(context)),
                JobStart.StartedByOf(context),
                cancellationToken);
        }
        finally
        {
            await TriggerFirst(context.Scheduler, JobStart.RestOf(context), JobStart.TriggerOf(context), CancellationToken.None);
        }
    }

    /// <summary>All indices one after the other, in the order of the definitions: the order in which candidates are made is then always the same.</summary>
    internal static Task TriggerAll(IScheduler scheduler, Definitions definitions, string trigger, CancellationToken cancellation) =>
        TriggerFirst(scheduler, [.. definitions.IndexCodes], trigger, cancellation);

    private static async Task TriggerFirst(IScheduler scheduler, string[] codes, string trigger, CancellationToken cancellation)
    {
        if (codes is [var first, .. var rest])
            await scheduler.TriggerJob(KeyOf(first), JobStart.By(trigger, rest), cancellation);
    }
}
