using Indices.Methodology;
using Indices.Provenance;
using Indices.Sources;
using Ingest.Sources;
using Quartz;

namespace Ingest.Jobs;

/// <summary>Fetches one source, then has the indices recalculated when values changed.</summary>
[DisallowConcurrentExecution]
internal sealed class FetchJob(SourceFetching fetching, IDefinitionReader definitions, CalculationChain chain) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken)
    {
        var outcome = await fetching.Run(context.JobDetail.Key.Name[Source.JobPrefix.Length..], JobStart.StartedByOf(context), cancellationToken);
        if (outcome is null or { Known: true })
        {
            context.Result = new JobReport(JobOutcome.Unchanged, "来源没有新内容 · nothing new at the source");
            return;
        }
        var loaded = LoadedFiles.None.Plus(outcome);
        context.Result = new JobReport(JobOutcome.Succeeded, loaded.Counts);
        if (loaded.ChangedValues && await definitions.Current(cancellationToken) is { } current)
            await chain.Begin(context.Scheduler, current, JobStart.Inputs, cancellationToken);
    }
}
