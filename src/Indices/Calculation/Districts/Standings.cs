using System.Collections.Immutable;
using Indices.Calculation.Composite;
using Indices.Calculation.Statistics;
using Indices.Observations;
using Indices.Time;

namespace Indices.Calculation.Districts;

/// <summary>Sets the areas beside one another, period by period.</summary>
internal static class Standings
{
    private static readonly Warning NoData = new("无数值：尚无观测值", "no value: no observation yet");

    /// <param name="series">One for each area.</param>
    /// <returns>By area in the order given, then period, from the first that any area has to the last asked for.</returns>
    internal static ImmutableArray<AreaStanding> Of(ImmutableArray<string> areas, ImmutableArray<JoinedSeries> series, Period last)
    {
        var first = series.SelectMany(s => s.Versions.SelectMany(v => v.Run.Periods.Where(p => s.At(p) == v))).DefaultIfEmpty(last).Min();
        var periods = Enumerable.Range(0, last.Since(first) + 1).Select(first.Plus)
            .Select(period => Ranked([.. areas.Select((area, place) => Of(area, series[place], period))], series[0].At(period)))
            .ToList();
        return [.. Enumerable.Range(0, areas.Length).SelectMany(area => periods.Select(period => period[area]))];
    }

    private static AreaStanding Of(string area, JoinedSeries series, Period period)
    {
        if (series.At(period) is not { } version || !version.Run.Periods.Contains(period))
            return new(area, period, null, null, ObservationStatus.O, 0.0, false, NoData, null, 0);
        var (root, rule) = (version.Run.At(period).Root, version.Run.Version.Coverage);
        var reason = PublicationGate.Withheld(root, rule);
        return new(
            area, period, root.Value, version.Index(period), PublicationGate.IndexStatus(root, rule), root.Coverage, reason is null, reason, null, 0);
    }

    /// <summary>What is not published has no place and takes none. Scores that print alike are equal.</summary>
    private static ImmutableArray<AreaStanding> Ranked(ImmutableArray<AreaStanding> areas, LinkedVersion? version)
    {
        var decimals = version?.Run.Version.Rounding.Index ?? 0;
        var scores = areas.Select(a => a is { Published: true, Score: { } score } ? PublishedNumber.Printed(score, decimals) : double.NaN).ToArray();
        var ranks = Ranks.Of(scores, RankOrder.Descending, RankTies.Min);
        return [.. areas.Select((area, place) => double.IsNaN(ranks[place]) ? area
            : area with { Rank = (int)ranks[place], Ties = ranks.Count(rank => rank == ranks[place]) })];
    }
}
