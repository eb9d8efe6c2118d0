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

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken) =>
        context.Result = await recalculation.Run(
            context.JobDetail.Key.Name[Prefix.Length..],
            Period.TryParse(JobStart.PeriodOf(context)),
            JobStart.StartedByOf(context),
            cancellationToken);

    internal static async Task TriggerAll(
        IScheduler scheduler, Definitions definitions, string trigger, CancellationToken cancellation)
    {
        foreach (var code in definitions.IndexCodes)
            await scheduler.TriggerJob(KeyOf(code), JobStart.By(trigger), cancellation);
    }
}
