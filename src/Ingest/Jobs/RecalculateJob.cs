using Ingest.Recalculation;
using Quartz;

namespace Ingest.Jobs;

/// <summary>Works on an order that a person gave, or on what is left of it. Orders wait for each other.</summary>
[DisallowConcurrentExecution]
internal sealed class RecalculateJob(IndexRecalculation recalculation, JobRunListener runs) : IJob
{
    internal static readonly JobKey Key = new("recalculate");

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken)
    {
        var id = JobStart.RecalculationOf(context) ?? throw new InvalidOperationException("没有给出重算。No recalculation was given.");
        await runs.Attach(context, id, cancellationToken);
        context.Result = await recalculation.Run(id, counts => runs.Progress(context, counts, cancellationToken), cancellationToken);
    }
}
