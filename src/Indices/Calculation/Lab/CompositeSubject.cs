using System.Collections.Immutable;
using Indices.Methodology;

namespace Indices.Calculation.Lab;

/// <summary>A composite index in the lab: what the engine scored, carried values included.</summary>
internal static class CompositeSubject
{
    internal static LabSubject Of(IndexMethodology version, IReadOnlyList<LabUnit> units, bool areAreas)
    {
        var indicators = version.Root.Indicators.ToImmutableArray();
        ImmutableArray<string> codes = [.. indicators.Select(i => i.Code)];
        var scored = units.ToDictionary(unit => unit, unit => unit.Result.Scores
            .Where(s => s.Version == version.Version && s.Period == unit.Period).ToDictionary(s => s.Indicator));
        var raw = LabUnit.Table(units, codes, (unit, code) => scored[unit].GetValueOrDefault(code)?.Used);
        var tree = LabTree.Of(version.Root);
        return new(
            version.Code, version.Version, areAreas, tree, raw,
            raw.WithColumns(j => [.. raw.Column(j).ToArray().Select(x => OnScale(indicators[j], x))]),
            LabUnit.Table(units, codes, (unit, code) => scored[unit].GetValueOrDefault(code)?.Score),
            [.. indicators.Select(i => i.Direction == Direction.Negative)],
            [.. indicators.Select(i => OnScale(i, Best(version, i, units[0].Result) ?? double.NaN))],
            [.. units.Select(unit => unit.Published)],
            [.. tree.Codes.Select(code => Name(version, code))]);
    }

    private static double OnScale(Indicator indicator, double x) =>
        indicator.Scale == GoalpostScale.Linear ? x : x > 0 ? Math.Log(x) : double.NaN;

    private static double? Best(IndexMethodology version, Indicator indicator, IndexResult result) =>
        indicator.Best.Number ?? result.Parameters.Find(FrozenParameters.Best(version.Version, indicator.Code));

    private static LocalText Name(IndexMethodology version, string code) =>
        version.Root.Indicators.FirstOrDefault(i => i.Code == code)?.Name
        ?? version.Root.Groups.FirstOrDefault(g => g.Code == code)?.Name
        ?? version.Name;
}
