using System.Collections.Immutable;

namespace Indices.Calculation.Prices;

/// <summary>Prices of all cells in one period, observed or imputed (methodology, section 11.5). Percent.</summary>
/// <param name="Live">Null for a cell never priced, or imputed for longer than the limit.</param>
/// <param name="Sources">How each live price came about.</param>
/// <param name="Runs">Consecutive periods imputed; 0 when observed.</param>
internal sealed record CellPrices(ImmutableArray<double?> Live, ImmutableArray<CellSource> Sources, ImmutableArray<int> Runs)
{
    internal static CellPrices First(ImmutableArray<double?> observed) => new(
        observed,
        [.. observed.Select(p => p is null ? CellSource.Dormant : CellSource.Observed)],
        [.. observed.Select(_ => 0)]);

    internal bool IsObserved(int cell) => Sources[cell] == CellSource.Observed;
}
