using Indices.Provenance;
using Ingest.Alerts;
using Quartz;

namespace Ingest.Jobs;

/// <summary>Tells staff what has failed, is late, or waits for approval: once, not once a minute.</summary>
[DisallowConcurrentExecution]
internal sealed class AlertJob(AlertRound round) : IJob
{
    internal static readonly JobKey Key = new("alerts");

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken) =>
        context.Result = await round.Run(Key.Name, cancellationToken) is > 0 and var sent
            ? new JobReport(JobOutcome.Succeeded, $"{sent} 条提醒已发出 · {sent} alerts sent")
            : JobReport.Unchanged;
}
