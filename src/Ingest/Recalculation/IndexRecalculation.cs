using Indices.Calculation;
using Indices.Methodology;
using Indices.Observations;
using Indices.Provenance;
using Indices.Releases;
using Indices.Time;
using Ingest.Jobs;

namespace Ingest.Recalculation;

/// <summary>Calculates an index for the periods that staff work on now and offers what differs from the newest version as a candidate. Nothing public changes.</summary>
internal sealed class IndexRecalculation(
    IDefinitionReader definitions, ReleaseCalculation calculation, ICandidateReader candidates, IReleaseWriter releases, TimeProvider time)
{
    /// <param name="period">One period, or null for the newest one due and the one after it.</param>
    internal async Task<JobReport> Run(string index, Period? period, string by, CancellationToken cancellation)
    {
        if (await definitions.Current(cancellation) is not { } current || current.Versions(index) is not { Length: > 0 } versions)
            throw new InvalidOperationException($"没有 {index} 的方法。There is no methodology of {index}.");
        var lines = new List<string>();
        foreach (var due in period is { } one ? [one] : Due(versions[^1], current.Calendar))
            lines.Add(await Run(current, index, due, by, cancellation));
        var changed = lines.Any(l => l.Contains("候选", StringComparison.Ordinal));
        return new JobReport(changed ? JobOutcome.Succeeded : JobOutcome.Unchanged, string.Join(" · ", lines));
    }

    private IEnumerable<Period> Due(IndexMethodology methodology, WorkingDayCalendar calendar)
    {
        if (ReleaseCalendar.NewestDue(methodology, calendar, time.GetUtcNow()) is not { } newest)
            yield break;
        yield return newest;
        // The next period has candidates from the day it has ended.
        if (newest.Plus(1).End < DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime))
            yield return newest.Plus(1);
    }

    private async Task<string> Run(Definitions current, string index, Period period, string by, CancellationToken cancellation)
    {
        var newest = await candidates.NewestVersion(index, period, cancellation);
        var kind = await candidates.HasApproved(index, period, cancellation) ? ReleaseKind.Revision : ReleaseKind.Initial;
        var candidate = await calculation.Calculate(current, index, period, new Vintage(time.GetUtcNow()), kind, by, cancellation, isForReview: true);
        if (!candidate.Values.Any(v => v.Node == index && v.Period == period && v.Text is not null))
            return $"{period} 数据不足 no value";
        if (newest?.Version.Fingerprint == candidate.Fingerprint)
            return $"{period} 无变化 unchanged";
        if (newest?.Version.State == ReleaseState.Candidate)
            await releases.Reject(newest.Version.Id, "被更新的计算取代\nsuperseded by a newer calculation", by, time.GetUtcNow(), cancellation);
        var (_, isNew) = await releases.Propose(candidate, cancellation);
        return isNew ? $"{period} 新候选 new candidate" : $"{period} 与已批准的相同 same as approved";
    }
}
