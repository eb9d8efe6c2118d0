using System.Collections.Immutable;
using Indices.Calculation;
using Indices.Methodology;
using Indices.Observations;
using Indices.Releases;
using Indices.Time;

namespace Ingest.Recalculation;

/// <summary>The one way from stored observations to a candidate: snapshot as of a vintage, pure calculation, assembly.</summary>
internal sealed class ReleaseCalculation(IObservationReader observations, ICandidateReader candidates, TimeProvider time)
{
    internal async Task<NewCandidate> Calculate(
        Definitions definitions,
        string index,
        Period period,
        Vintage asOf,
        ReleaseKind kind,
        string by,
        CancellationToken cancellation)
    {
        var versions = definitions.Versions(index);
        var snapshot = await observations.ReadSnapshot(SeriesCodes(versions), asOf, cancellation);
        var frozen = await candidates.Frozen(index, cancellation);
        var previous = await candidates.ApprovedBefore(index, period, cancellation);
        var inputs = new IndexInputs(InUse(versions, period), definitions.Catalogue, snapshot, versions[0].Areas[0], period, frozen);
        var result = IndexCalculator.Calculate(inputs);
        return CandidateAssembly.Assemble(
            result, inputs, period, kind, kind == ReleaseKind.Revision ? "数据更新\nnewer data" : null, previous, by, time.GetUtcNow());
    }

    /// <summary>Indicators, denominators and cells of all versions.</summary>
    private static HashSet<string> SeriesCodes(ImmutableArray<IndexMethodology> versions) =>
    [
        .. versions.SelectMany(v => v.Root.Indicators).Select(i => i.Code),
        .. versions.SelectMany(v => v.Root.Indicators).SelectMany(i => i.Transforms).Select(t => t.Denominator).OfType<string>(),
        // An empty list would read everything; a price index has deals and no series.
        versions[0].Code,
    ];

    /// <summary>A version takes part from the first period of its overlap on, so that earlier releases do not depend on later methods.</summary>
    private static ImmutableArray<IndexMethodology> InUse(ImmutableArray<IndexMethodology> versions, Period period) =>
        [.. versions.Where((v, place) => place == 0 || v.EffectiveFrom is not { } from || from.Start <= period.Start)];
}
