using Indices.Alerts;
using Indices.Methodology;
using Indices.Provenance;
using Indices.Releases;
using Indices.Sources;
using Indices.Sources.Health;

namespace Ingest.Alerts;

/// <summary>Looks at what staff must know of, and tells each channel what it has not been told.</summary>
internal sealed class AlertRound(
    IDefinitionReader definitions,
    ISourceReader sources,
    IJobRunReader runs,
    ICandidateReader candidates,
    IAlertReader reader,
    IAlertWriter writer,
    IEnumerable<IAlertChannel> channels,
    TimeProvider time)
{
    private const int LookedAt = 500;

    /// <param name="self">The job that this is, whose own failures are no news to a channel that is down.</param>
    /// <returns>How many alerts were sent, counted once for each channel.</returns>
    /// <exception cref="AggregateException">What kept channels from being told, after all others were. They are told the next time.</exception>
    internal async Task<int> Run(string self, CancellationToken cancellation)
    {
        var recent = await runs.Recent(LookedAt, cancellation: cancellation);
        // While a first start still loads, everything seems late.
        if (recent.Any(r => r is { Outcome: JobOutcome.Running, Trigger: "startup" }))
            return 0;
        await writer.Settle(await Causes(recent.Where(r => r.Job != self), cancellation), time.GetUtcNow(), cancellation);
        var open = await reader.Open(cancellation);
        var sent = 0;
        var failures = new List<Exception>();
        foreach (var channel in channels)
        {
            var news = open.Where(a => !a.DeliveredBy.Contains(channel.Name)).ToList();
            if (news.Count == 0)
                continue;
            try
            {
                await channel.Send(news, cancellation);
                await writer.RecordDelivery([.. news.Select(a => a.Id)], channel.Name, time.GetUtcNow(), cancellation);
                sent += news.Count;
            }
            catch (Exception failure) when (failure is not OperationCanceledException || !cancellation.IsCancellationRequested)
            {
                failures.Add(new InvalidOperationException($"{channel.Name}: {failure.Message}", failure));
            }
        }
        return failures.Count == 0 ? sent : throw new AggregateException(failures);
    }

    private async Task<IReadOnlyList<AlertCause>> Causes(IEnumerable<JobRun> recent, CancellationToken cancellation)
    {
        // Without definitions no source is late, but a job that fails to load them is to be told of.
        var states = await definitions.Current(cancellation) is { } current
            ? DataHealth.Of(current, await sources.Newest(cancellation), await sources.LastFetches(cancellation), time.GetUtcNow()) : [];
        var others = recent.Where(r => !r.Job.StartsWith(Source.JobPrefix, StringComparison.Ordinal));
        var waiting = (await candidates.Recent(LookedAt, cancellation)).Where(v => v.State is ReleaseState.Candidate or ReleaseState.Reviewed);
        return [.. states.SelectMany(AlertCauses.Of), .. AlertCauses.Of(others), .. waiting.Select(AlertCauses.Of)];
    }
}
