using System.Collections.Immutable;
using Indices.Methodology;

namespace Indices.Calculation.Lab;

/// <summary>
/// A price index in the lab: its cells are the indicators, their prices the values, price relatives to the base (times 100) the
/// scores, and value shares in the base period the weights, so that the arithmetic mean is the fixed-base index of the file's weights.
/// </summary>
internal static class PriceSubject
{
    internal static LabSubject Of(IndexMethodology version, IndexResult result, IReadOnlyList<LabUnit> units)
    {
        var cells = version.Price!.Cells;
        ImmutableArray<string> codes = [.. cells.Select(cell => cell.Code)];
        var prices = result.Price!.Cells.ToDictionary(price => (price.Cell, price.Period));
        var raw = LabUnit.Table(units, codes, (unit, code) => prices.GetValueOrDefault((code, unit.Period))?.PricePercent);
        var tree = Tree(version, cells, result.Price.Cells);
        return new(
            version.Code, version.Version, false, tree, raw, raw,
            LabUnit.Table(units, codes, (unit, code) => 100.0 * prices.GetValueOrDefault((code, unit.Period))?.RelativeToBase),
            [.. cells.Select(_ => false)],
            [.. cells.Select(_ => double.NaN)],
            [.. units.Select(unit => unit.Published)],
            [.. tree.Codes.Select(code => cells.FirstOrDefault(cell => cell.Code == code)?.Name
                ?? version.Root.Groups.FirstOrDefault(group => group.Code == code)?.Name ?? version.Name)]);
    }

    private static LabTree Tree(IndexMethodology version, ImmutableArray<PriceCell> cells, ImmutableArray<CellPrice> prices)
    {
        double[] shares = [.. cells.Select(cell => cell.ValueShare ?? (cell.Amount ?? 0.0) * BasePrice(cell, prices))];
        var pillars = cells.Select(cell => cell.Pillar).Distinct().ToList();
        var groups = pillars.Select((pillar, at) => new LabGroup(
            cells.Length + at, pillar, [.. Enumerable.Range(0, cells.Length).Where(c => cells[c].Pillar == pillar)], Aggregation.Arithmetic, 1)).ToList();
        return new(
            [.. cells.Select(cell => cell.Code), .. pillars, version.Code],
            [.. shares, .. groups.Select(group => group.Children.Sum(c => shares[c])), 1.0],
            [.. groups, new(cells.Length + groups.Count, version.Code, [.. groups.Select(group => group.Node)], Aggregation.Arithmetic, 2)]);
    }

    private static double BasePrice(PriceCell cell, ImmutableArray<CellPrice> prices) =>
        prices.FirstOrDefault(price => price.Cell == cell.Code && price.RelativeToBase > 0) is { } known
            ? known.PricePercent!.Value / known.RelativeToBase!.Value : 0.0;
}
