using System.Collections.Immutable;
using Indices.Calculation.Composite;
using Indices.Methodology;

namespace Indices.Calculation.Districts;

/// <summary>District editions (methodology, section 9): many areas at once, scored between common goalposts.</summary>
internal static class DistrictCalculator
{
    internal static DistrictResult Calculate(DistrictInputs inputs)
    {
        if (inputs.Areas.IsEmpty)
            throw new ArgumentException("No area is given.", nameof(inputs));
        var editions = Editions(inputs.Versions);
        var (goalposts, warnings) = (inputs.Goalposts, new List<Warning>());
        foreach (var edition in editions)
            goalposts = CommonGoalposts.Resolve(edition, inputs, goalposts, warnings);
        var areas = inputs.Areas.Select(area => new IndexInputs(editions, inputs.Catalogue, inputs.Snapshot, area, inputs.Last, goalposts)).ToImmutableArray();
        var runs = editions.Select(edition => AreaAggregation.Run([.. areas.Select(area => new ScoredVersion(edition, area))])).ToList();
        var series = areas.Select((_, place) => JoinedSeries.Create(runs.Select(run => run[place]), goalposts)).ToImmutableArray();
        return new(
            editions[0].Code,
            [.. areas.Select((area, place) => new CompositeIndex(area, series[place]).Result)],
            Standings.Of(inputs.Areas, series, inputs.Last),
            editions[^1].District!.AreRanksPublished,
            goalposts,
            [.. warnings]);
    }

    /// <summary>A version without an edition breaks the chain; the series begins after it.</summary>
    private static ImmutableArray<IndexMethodology> Editions(ImmutableArray<IndexMethodology> versions)
    {
        var chain = versions.Reverse().TakeWhile(v => v.District is not null).Reverse().Select(DistrictEdition.Of).ToImmutableArray();
        return chain.IsEmpty ? throw new ArgumentException($"{versions[^1].Code} {versions[^1].Version} has no district edition.", nameof(versions)) : chain;
    }
}
