using Indices.Methodology;
using Indices.Provenance;
using Ingest.Methods;
using Ingest.Schedule;
using Quartz;

namespace Ingest.Jobs;

/// <summary>Accepts the definition files, or refuses them whole; what was accepted before stays in force.</summary>
[DisallowConcurrentExecution]
internal sealed class LoadDefinitionsJob(DefinitionFiles files, IDefinitionReader definitions, JobRegistrar registrar) : IJob
{
    internal static readonly JobKey Key = new("load-definitions");

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken)
    {
        try
        {
            var changed = await files.Load(cancellationToken);
            context.Result = new JobReport(
                changed > 0 ? JobOutcome.Succeeded : JobOutcome.Unchanged, $"{changed} 个文件有变化 · {changed} files changed");
        }
        finally
        {
            // A refused edit must not keep the rest of the day's work from starting.
            await JobStart.GoOn(context.Scheduler, () => GoOn(context));
        }
    }

    private async Task GoOn(IJobExecutionContext context)
    {
        await registrar.Register(context.Scheduler, await definitions.Current(CancellationToken.None), CancellationToken.None);
        if (JobStart.TriggerOf(context) == JobStart.Startup)
            await context.Scheduler.TriggerJob(LoadFilesJob.Key, JobStart.By(JobStart.Startup), CancellationToken.None);
    }
}
