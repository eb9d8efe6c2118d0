using Indices.Methodology;
using Indices.Observations;
using Indices.Provenance;
using Indices.Releases;
using Indices.Time;
using Ingest.Jobs;

namespace Ingest.Recalculation;

/// <summary>
/// Plays the office's past for the demonstration: each period is calculated with what was known at its cut-off and
/// released at its instant. Only results that rest on synthetic data are approved this way; everything else waits for people.
/// </summary>
internal sealed class DemoReleaseHistory(
    IngestOptions options,
    IDefinitionReader definitions,
    ReleaseCalculation calculation,
    IReleaseReader published,
    IReleaseWriter releases,
    TimeProvider time)
{
    private const string Approver = "演示";

    internal async Task<JobReport> Run(Func<string, Task> progress, CancellationToken cancellation)
    {
        if (options.Profile != SeedProfile.Demo || await definitions.Current(cancellation) is not { } current)
            return JobReport.Unchanged;
        var released = 0;
        foreach (var code in current.IndexCodes)
        {
            released += await Run(current, code, cancellation);
            await progress($"{code}: {released} 期 releases");
        }
        return released == 0 ? JobReport.Unchanged : new JobReport(JobOutcome.Succeeded, $"{released} 期 releases");
    }

    private async Task<int> Run(Definitions current, string code, CancellationToken cancellation)
    {
        var first = current.Versions(code)[0];
        if (first is not { Release: { } rule, Base: { } @base } || ReleaseCalendar.NewestDue(first, current.Calendar, time.GetUtcNow()) is not { } newest)
            return 0;
        var history = await published.History(code, DateTimeOffset.MaxValue, cancellation);
        var known = history.Select(r => r.Period).ToHashSet();
        var released = 0;
        // The first release needs the whole base year.
        for (var period = @base.LastPeriod.Last(first.Frequency); period <= newest; period = period.Plus(1))
            if (!known.Contains(period) && await Release(current, code, period, rule, cancellation))
                released++;
        return released;
    }

    private async Task<bool> Release(
        Definitions current, string code, Period period, ReleaseRule rule, CancellationToken cancellation)
    {
        var asOf = ReleaseCalendar.CutOff(rule, period, current.Calendar);
        var candidate = await calculation.Calculate(current, code, period, asOf, ReleaseKind.Initial, Approver, cancellation);
        if (candidate.Origin != Origin.Synthetic || candidate.Values.All(v => v.Text is null))
            return false;
        var (id, _) = await releases.Propose(candidate, cancellation);
        var instant = ReleaseCalendar.Instant(rule, period, current.Calendar);
        await releases.Approve(id, candidate.Fingerprint, instant, Approver, time.GetUtcNow(), cancellation);
        return true;
    }
}
