using System.Collections.Immutable;

namespace Indices.Calculation.Prices;

/// <summary>
/// A stretch of the chain with one reference period and one set of quantities: A_t = Level · Σ q p_t / Σ q p_ref
/// (Lowe; methodology, section 11.4). Within it the index is transitive and its contributions are additive.
/// </summary>
/// <param name="Level">Aggregate at the reference period.</param>
/// <param name="Quantities">By cell; 0 for a cell that is out.</param>
/// <param name="ReferencePrices">By cell; null for a cell without a price then.</param>
/// <param name="LinkShares">Value shares at the year's link, kept when a cell falls dormant: its weight still counts as not observed.</param>
internal sealed record PriceSegment(
    double Level,
    ImmutableArray<double> Quantities,
    ImmutableArray<double?> ReferencePrices,
    ImmutableArray<double> LinkShares)
{
    private readonly double _referenceValue = Sum(Quantities, ReferencePrices);

    /// <summary>Null when no cell has both a quantity and a price.</summary>
    internal static PriceSegment? Open(double level, ImmutableArray<double> quantities, ImmutableArray<double?> prices)
    {
        var value = Sum(quantities, prices);
        if (!(value > 0))
            return null;
        return new(level, quantities, prices, [.. quantities.Select((q, c) => q > 0 ? q * prices[c]!.Value / value : 0.0)]);
    }

    internal bool Holds(int cell) => Quantities[cell] > 0;

    internal double Aggregate(ImmutableArray<double?> prices) => Level * (Sum(Quantities, prices) / _referenceValue);

    /// <summary>Price of the fixed structure: Σ q p / Σ q, percent.</summary>
    internal double FixedStructure(ImmutableArray<double?> prices) => Sum(Quantities, prices) / Quantities.Sum();

    /// <summary>Points of the aggregate by which a cell moved it.</summary>
    internal double Points(int cell, double from, double to) => Level * Quantities[cell] * (to - from) / _referenceValue;

    /// <summary>Goes on from the aggregate at <paramref name="prices"/> without some cells.</summary>
    internal PriceSegment Without(IReadOnlySet<int> cells, ImmutableArray<double?> prices) => new(
        Aggregate(prices), [.. Quantities.Select((q, c) => cells.Contains(c) ? 0.0 : q)], prices, LinkShares);

    /// <summary>Σ q p over the cells held (or some of them), in file order.</summary>
    internal static double Sum(ImmutableArray<double> quantities, ImmutableArray<double?> prices, Func<int, bool>? among = null)
    {
        var sum = 0.0;
        for (var cell = 0; cell < quantities.Length; cell++)
            if (quantities[cell] > 0 && (among is null || among(cell)))
                sum += quantities[cell] * prices[cell]!.Value;
        return sum;
    }
}
