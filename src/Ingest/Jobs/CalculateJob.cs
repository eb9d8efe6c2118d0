using System.Globalization;
using Ingest.Recalculation;
using Quartz;

namespace Ingest.Jobs;

/// <summary>Calculates one index for what is due and offers what changed as a candidate.</summary>
[DisallowConcurrentExecution]
internal sealed class CalculateJob(IndexRecalculation recalculation, CalculationChain chain, JobRunListener runs) : IJob
{
    private const string Prefix = "calculate-";

    internal static JobKey KeyOf(string index) => new(Prefix + index);

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken)
    {
        try
        {
            context.Result = await Calculate(context, cancellationToken);
        }
        finally
        {
            await chain.Continue(context.Scheduler, JobStart.RestOf(context), JobStart.TriggerOf(context), CancellationToken.None);
        }
    }

    private async Task<JobReport> Calculate(IJobExecutionContext context, CancellationToken cancellation)
    {
        var job = context.JobDetail.Key.Name;
        // Keyed by the slot and never by now: the same fire once more works on the same order.
        var fire = string.Create(CultureInfo.InvariantCulture, $"{job} {(context.ScheduledFireTimeUtc ?? context.FireTimeUtc).UtcDateTime:O}");
        if (await recalculation.OrderDue(job[Prefix.Length..], fire, JobStart.StartedByOf(context), cancellation) is not { } order)
            return JobReport.Unchanged;
        await runs.Attach(context, order, cancellation);
        return await recalculation.Run(order, counts => runs.Progress(context, counts, cancellation), cancellation);
    }
}
