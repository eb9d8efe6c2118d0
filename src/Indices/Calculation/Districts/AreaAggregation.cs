using System.Collections.Immutable;
using Indices.Calculation.Composite;
using Indices.Calculation.Panel;
using Indices.Methodology;
using Indices.Time;

namespace Indices.Calculation.Districts;

/// <summary>Aggregates the scores of one version in all areas and periods in one run of the panel.</summary>
/// <remarks>The values are those of <see cref="WeightedMean"/>, to the bit for arithmetic means; logarithms and powers are the panel's own.</remarks>
internal static class AreaAggregation
{
    // What comes in are scores already: g = S and the score of g is g.
    private static readonly Normalisation AsItIs = new(0, 1, null, null);
    private static readonly IndicatorScale ZeroToOne = new(0, 1);

    /// <param name="areas">One version, area by area.</param>
    /// <returns>In the order of the areas.</returns>
    internal static ImmutableArray<VersionRun> Run(ImmutableArray<ScoredVersion> areas)
    {
        var root = areas[0].Version.Root;
        var panel = Scores(areas, [.. root.Indicators.Select(i => i.Code)]);
        var plan = PanelPlan.Of(root, panel.Indicators);
        var values = new PanelValues(plan, panel, withGroups: true);
        new PanelRun(panel, plan, [.. panel.Indicators.Select(_ => ZeroToOne)], AsItIs, MissingChildren.LeaveGroupEmpty)
            .Compute(0, panel.CellCount, values);
        var places = plan.Groups.Select((code, place) => (code, place)).ToDictionary(g => g.code, g => g.place);
        return [.. areas.Select((area, place) => new VersionRun(area, (period, leaves) =>
        {
            var cell = panel.CellOf(place, period.Since(panel.Periods[0]));
            return new(leaves, NodeState.Of(root, leaves, values: group => Found(values.Of(places[group.Code], 0)[cell])));
        }))];
    }

    private static IndicatorPanel Scores(ImmutableArray<ScoredVersion> areas, ImmutableArray<string> indicators)
    {
        var (first, last) = (areas.Min(a => a.Periods[0]), areas.Max(a => a.Periods[^1]));
        var periods = Enumerable.Range(0, last.Since(first) + 1).Select(first.Plus).ToImmutableArray();
        return new(
            indicators, [.. areas.Select(a => a.Area)], periods,
            [.. indicators.Select(code => (ReadOnlyMemory<double>)areas.SelectMany(area => periods.Select(period => Score(area, period, code))).ToArray())]);
    }

    private static double Score(ScoredVersion area, Period period, string indicator) =>
        area.Leaves(period)?[indicator].Score.Score ?? double.NaN;

    private static double? Found(double value) => double.IsNaN(value) ? null : value;
}
