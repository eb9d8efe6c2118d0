using Indices.Provenance;
using Indices.Releases;
using Quartz;

namespace Ingest.Jobs;

/// <summary>Records which releases have become visible. They are visible by approval and instant alone, whether or not this runs.</summary>
[DisallowConcurrentExecution]
internal sealed class PublishJob(IReleaseWriter releases, TimeProvider time) : IJob
{
    private const int Named = 12;

    internal static readonly JobKey Key = new("publish");

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken)
    {
        var published = await releases.RecordPublications(time.GetUtcNow(), cancellationToken);
        context.Result = published.Count == 0
            ? JobReport.Unchanged
            : new JobReport(JobOutcome.Succeeded, string.Join(" · ", published.Take(Named).Select(r => $"{r.Index} {r.Period} v{r.Number}"))
                + (published.Count > Named ? $" … ({published.Count})" : ""));
    }
}
