using System.Collections.Immutable;
using Indices.Methodology;

namespace Indices.Calculation.Prices;

/// <summary>
/// Prices for cells without deals: moved with the matched cells of the product, then with all matched cells, then kept;
/// after a limit the cell is dormant (methodology, section 11.5). Matched: observed in both periods.
/// </summary>
internal sealed class Imputation(
    PriceRules rules,
    ImmutableArray<double> quantities,
    CellPrices before,
    ImmutableArray<double?> observed)
{
    /// <summary>Prices of the period.</summary>
    internal CellPrices Prices()
    {
        var expired = Expired();
        var cells = Enumerable.Range(0, rules.Cells.Length).Select(c => Price(c, expired)).ToList();
        return new([.. cells.Select(c => c.Price)], [.. cells.Select(c => c.Source)], [.. cells.Select(c => c.Run)]);
    }

    /// <summary>Cells that fall dormant in this period.</summary>
    /// <remarks>Never all that carry weight: an index of no cells has no value, so with nothing observed prices are kept and the gate holds the total back.</remarks>
    internal IReadOnlySet<int> Expired()
    {
        var expired = Enumerable.Range(0, rules.Cells.Length)
            .Where(c => observed[c] is null && before.Live[c] is not null && before.Runs[c] >= rules.MaximumImputations)
            .ToHashSet();
        var someRemain = Enumerable.Range(0, rules.Cells.Length).Any(c => quantities[c] > 0 && !expired.Contains(c));
        if (!someRemain)
            expired.RemoveWhere(c => quantities[c] > 0);
        return expired;
    }

    private (double? Price, CellSource Source, int Run) Price(int cell, IReadOnlySet<int> expired)
    {
        if (observed[cell] is { } unitValue)
            return (unitValue, CellSource.Observed, 0);
        if (before.Live[cell] is not { } last || expired.Contains(cell))
            return (null, CellSource.Dormant, 0);
        var run = before.Runs[cell] + 1;
        if (Movement(c => c != cell && rules.Cells[c].Group == rules.Cells[cell].Group) is { } ofClass)
            return (last * ofClass, CellSource.ClassMovement, run);
        if (Movement(c => c != cell) is { } ofAll)
            return (last * ofAll, CellSource.AllMovement, run);
        return (last, CellSource.CarryForward, run);
    }

    private double? Movement(Func<int, bool> among)
    {
        bool Matched(int c) => among(c) && observed[c] is not null && before.IsObserved(c);
        var earlier = PriceSegment.Sum(quantities, before.Live, Matched);
        return earlier > 0 ? PriceSegment.Sum(quantities, observed, Matched) / earlier : null;
    }
}
