using Indices.Methodology;
using Indices.Provenance;
using Ingest.Sources;
using Quartz;

namespace Ingest.Jobs;

/// <summary>Brings in what lies in the inbox (and, at start, the seeds of the profile), then has the indices recalculated.</summary>
[DisallowConcurrentExecution]
internal sealed class LoadFilesJob(FileLoading loading, IDefinitionReader definitions, CalculationChain chain, JobRunListener runs) : IJob
{
    internal static readonly JobKey Key = new("load-files");

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken)
    {
        if (await definitions.Current(cancellationToken) is not { } current)
        {
            context.Result = JobReport.Unchanged;
            return;
        }
        var atStart = JobStart.TriggerOf(context) == JobStart.Startup;
        var loaded = await loading.Run(atStart, counts => runs.Progress(context, counts, cancellationToken), cancellationToken);
        context.Result = new JobReport(loaded.Files > 0 ? JobOutcome.Succeeded : JobOutcome.Unchanged, loaded.Counts);
        if (atStart)
            await JobStart.GoOn(context.Scheduler, async () =>
                await context.Scheduler.TriggerJob(ReleaseDemoHistoryJob.Key, JobStart.By(JobStart.Startup), cancellationToken));
        else if (loaded.ChangedValues)
            await chain.Begin(context.Scheduler, current, JobStart.Inputs, cancellationToken);
        if (loaded.Failure is { } failure)
            throw failure;
    }
}
