using Indices.Methodology;
using Indices.Observations;
using Indices.Provenance;
using Indices.Releases;
using Indices.Time;

namespace Dashboard.PageModels.RecalculationPages;

/// <summary>Reads the facts. What has been observed is read again only when something came in.</summary>
public sealed class RecalculationFactsReader(
    IDefinitionReader definitions, ICandidateReader candidates, IRecalculationReader recalculations, IObservationReader observations)
{
    private const int MostVersions = 20_000;

    private Observed? _known;

    /// <summary>Null before the definitions are loaded.</summary>
    public async Task<RecalculationFacts?> Read(DateTimeOffset now, CancellationToken cancellation = default)
    {
        if (await definitions.Current(cancellation) is not { } current)
            return null;
        return new(
            current, await candidates.Recent(MostVersions, cancellation), await recalculations.NewestOfEachPeriod(cancellation),
            await Known(current, now, cancellation), now);
    }

    private async Task<Snapshot> Known(Definitions current, DateTimeOffset now, CancellationToken cancellation)
    {
        var counter = await observations.ChangeCounter(cancellation);
        if (_known is { } known && known.Counter == counter && ReferenceEquals(known.Definitions, current))
            return known.Snapshot;
        var snapshot = await observations.ReadSnapshot([.. current.IndexCodes.SelectMany(current.SeriesCodes).Distinct()], new Vintage(now), cancellation);
        _known = new Observed(counter, current, snapshot);
        return snapshot;
    }

    private sealed record Observed(long Counter, Definitions Definitions, Snapshot Snapshot);
}
