using Indices.Methodology;
using Ingest.Recalculation;
using Quartz;

namespace Ingest.Jobs;

/// <summary>In the demonstration profile: calculates and releases every period in the order in which the office would have.</summary>
[DisallowConcurrentExecution]
internal sealed class ReleaseDemoHistoryJob(
    DemoReleaseHistory history, IDefinitionReader definitions, CalculationChain chain, JobRunListener runs) : IJob
{
    internal static readonly JobKey Key = new("release-demo-history");

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken)
    {
        context.Result = await history.Run(counts => runs.Progress(context, counts, cancellationToken), cancellationToken);
        if (JobStart.TriggerOf(context) == JobStart.Startup && await definitions.Current(cancellationToken) is { } current)
            await chain.Begin(context.Scheduler, current, JobStart.Startup, cancellationToken);
    }
}
