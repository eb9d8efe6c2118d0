using Indices.Methodology;
using Indices.Time;

namespace Indices.Calculation.Lab;

/// <summary>A row of the lab: one area in one period.</summary>
internal sealed record LabUnit(string Name, IndexResult Result, Period Period)
{
    /// <summary>The areas in the newest period that one of them was computed for, or the periods of a single area.</summary>
    internal static IReadOnlyList<LabUnit> Of(IndexMethodology version, IReadOnlyList<IndexResult> results)
    {
        var computed = results.Select(result => (Result: result, Periods: Periods(version, result))).Where(r => r.Periods.Count > 0).ToList();
        if (results.Count == 1)
            return [.. computed.SelectMany(r => r.Periods, (r, period) => new LabUnit(period.ToString(), r.Result, period))];
        var last = computed.Count == 0 ? default : computed.Max(r => r.Periods[^1]);
        return [.. computed.Where(r => r.Periods.Contains(last)).Select(r => new LabUnit(r.Result.Area, r.Result, last))];
    }

    /// <summary>Index of the unit in index points; NaN when it has none.</summary>
    internal double Published => Result.Values.FirstOrDefault(v => v.Period == Period && v.Node == Result.Code)?.Value ?? double.NaN;

    internal static UnitTable Table(IReadOnlyList<LabUnit> units, IReadOnlyList<string> indicators, Func<LabUnit, string, double?> value) => new(
        [.. units.Select(unit => unit.Name)],
        [.. indicators],
        [.. indicators.Select(code => (System.Collections.Immutable.ImmutableArray<double>)[.. units.Select(unit => value(unit, code) ?? double.NaN)])]);

    private static List<Period> Periods(IndexMethodology version, IndexResult result) =>
        [.. result.Computed.Where(v => v.Version == version.Version).Select(v => v.Period).Order()];
}
