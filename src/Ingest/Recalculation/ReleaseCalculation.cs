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
    /// <param name="isForReview">Also splits the change since what is approved of the period, or of the one before, for people who decide; that takes two further calculations.</param>
    internal async Task<NewCandidate> Calculate(
        Definitions definitions,
        string index,
        Period period,
        Vintage asOf,
        ReleaseKind kind,
        string by,
        CancellationToken cancellation,
        bool isForReview = false)
    {
        var versions = InUse(definitions.Versions(index), period);
        var previous = await candidates.ApprovedBefore(index, period, cancellation);
        var basis = previous is null ? null : Receipt.Read((await candidates.Receipt(previous.Version.Id, cancellation))!);
        var frozen = OpenWindow.Keep(await candidates.Frozen(index, cancellation), basis?.Parameters, versions, period);
        var inputs = new IndexInputs(
            versions, definitions.Catalogue, await Snapshot(definitions, index, asOf, cancellation), versions[0].Areas[0], period, frozen);
        var result = IndexCalculator.Calculate(inputs);
        var change = isForReview ? await Change(definitions, inputs, cancellation) : null;
        return CandidateAssembly.Assemble(
            result, inputs, period, kind, kind == ReleaseKind.Revision ? "数据更新\nnewer data" : null, previous, by, time.GetUtcNow())
            with { Review = CandidateReview.Of(result, change) };
    }

    /// <summary>Calculates what is approved of the period, or of the one before, again, from what it was calculated from.</summary>
    private async Task<ChangeExplanation?> Change(Definitions definitions, IndexInputs inputs, CancellationToken cancellation)
    {
        if (await candidates.ApprovedBefore(inputs.Versions[0].Code, inputs.Last.Plus(1), cancellation) is not { Version: var previous })
            return null;
        var basis = Receipt.Read((await candidates.Receipt(previous.Id, cancellation))!);
        var before = inputs with
        {
            Versions = [.. definitions.Versions(previous.Index).Where(v => basis.Versions.Contains(v.Version))],
            Snapshot = await Snapshot(definitions, previous.Index, previous.DataVintage, cancellation),
            Last = previous.Period,
            Frozen = basis.Parameters,
        };
        return IndexCalculator.Explain(before, previous.Period, inputs, inputs.Last);
    }

    private Task<Snapshot> Snapshot(Definitions definitions, string index, Vintage asOf, CancellationToken cancellation) =>
        observations.ReadSnapshot(definitions.SeriesCodes(index), asOf, cancellation);

    /// <summary>A version takes part from the first period of its overlap on, so that earlier releases do not depend on later methods.</summary>
    private static ImmutableArray<IndexMethodology> InUse(ImmutableArray<IndexMethodology> versions, Period period) =>
        [.. versions.Where((v, place) => place == 0 || v.EffectiveFrom is not { } from || from.Start <= period.Start)];
}
