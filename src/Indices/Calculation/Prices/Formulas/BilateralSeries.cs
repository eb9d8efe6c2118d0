using System.Collections.Immutable;

namespace Indices.Calculation.Prices.Formulas;

/// <summary>An index over the periods of a panel.</summary>
/// <param name="Levels">By period; 1 in the reference period, NaN where the formula is undefined, such as for want of common products.</param>
/// <param name="Movements">What each product did; empty when the formula cannot say.</param>
public sealed record FormulaSeries(ImmutableArray<double> Levels, ImmutableArray<ProductMovement> Movements);

/// <summary>What a product added to the difference of the levels of two periods; over the products it adds up to it.</summary>
/// <param name="From">Place of the earlier period in the panel.</param>
/// <param name="Change">In units of the level.</param>
public readonly record struct ProductMovement(int From, int To, string Product, double Change);

/// <summary>A bilateral formula carried over the periods of a panel.</summary>
public sealed class BilateralSeries
{
    private readonly PricePanel _panel;
    private readonly BilateralFormula _formula;
    private readonly Basket? _basket;

    /// <param name="basketPeriods">Places of the periods whose quantities weigh a fixed-basket formula; the first period when null.</param>
    public BilateralSeries(PricePanel panel, BilateralFormula formula, IReadOnlyCollection<int>? basketPeriods = null)
        : this(panel, formula, panel.BasketOf(basketPeriods ?? [0]))
    {
    }

    internal BilateralSeries(PricePanel panel, BilateralFormula formula, Basket basket) =>
        (_panel, _formula, _basket) = (panel, formula, formula.Weights == FormulaWeights.Basket ? basket : null);

    /// <summary>Every period against one. Movements are from that period.</summary>
    public FormulaSeries Direct(int reference = 0)
    {
        var others = Enumerable.Range(0, _panel.Periods.Length).Where(t => t != reference).ToList();
        return new(
            [.. Enumerable.Range(0, _panel.Periods.Length).Select(t => t == reference ? 1.0 : Compare(reference, t))],
            [.. others.SelectMany(t => Movements(reference, t, 1.0))]);
    }

    /// <summary>Links between neighbours, multiplied up from the first period. Movements are from each period's neighbour.</summary>
    public FormulaSeries Chained()
    {
        var levels = new double[_panel.Periods.Length];
        for (var t = 0; t < levels.Length; t++)
            levels[t] = t == 0 ? 1.0 : levels[t - 1] * Compare(t - 1, t);
        return new([.. levels], [.. Enumerable.Range(1, levels.Length - 1).SelectMany(t => Movements(t - 1, t, levels[t - 1]))]);
    }

    private double Compare(int from, int to) =>
        _panel.Match(from, to, _basket) is { Count: > 0 } pair && _formula.Index(pair) is var index && double.IsFinite(index) ? index : double.NaN;

    private IEnumerable<ProductMovement> Movements(int from, int to, double level)
    {
        if (_formula.Contributions is null || !double.IsFinite(level * Compare(from, to)))
            yield break;
        var pair = _panel.Match(from, to, _basket);
        var parts = _formula.Contributions(pair);
        for (var n = 0; n < pair.Count; n++)
            yield return new(from, to, _panel.Products[pair.Products[n]], level * parts[n]);
    }
}
