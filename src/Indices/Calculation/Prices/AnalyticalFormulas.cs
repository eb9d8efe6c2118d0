using System.Collections.Immutable;
using Indices.Calculation.Prices.Formulas;

namespace Indices.Calculation.Prices;

/// <summary>
/// Formulas beside the headline (methodology, section 11.4). Cells count when they have a price, observed or imputed, in
/// both periods; amounts are those of the periods, so that an imputed cell weighs nothing in its own period.
/// </summary>
internal sealed class AnalyticalFormulas
{
    private readonly ImmutableArray<PriceState> _states;
    private readonly PricePanel _panel;

    /// <param name="states">Neighbouring periods that have a segment.</param>
    internal AnalyticalFormulas(PriceRun run, ImmutableArray<PriceState> states)
    {
        _states = states;
        _panel = new(
            [.. run.Rules.Cells.Select(c => c.Code)],
            [.. states.Select(s => s.Period)],
            [.. states.Select(s => s.Prices.Live.Select(p => p ?? double.NaN).ToArray())],
            [.. states.Select(s => Enumerable.Range(0, run.Rules.Cells.Length).Select(c => run.Book.At(c, s.Period).Amount).ToArray())]);
    }

    /// <summary>Fisher of each period against the first; null when it has no amounts.</summary>
    internal IReadOnlyList<double?> Fisher() => _states.IsEmpty ? [] : [.. Levels(Series(CompositeFormulas.Fisher).Direct())];

    /// <summary>Every formula, directly against the first period and chained.</summary>
    internal IEnumerable<FormulaIndex> All()
    {
        var lowe = Series(BasketFormulas.Lowe);
        return
        [
            .. Named("lowe", false, Levels(lowe.Direct())), .. Named("lowe", true, _states.Select(s => s.Aggregate / _states[0].Aggregate)),
            .. Both(BasketFormulas.Laspeyres), .. Both(BasketFormulas.Paasche), .. Both(CompositeFormulas.Fisher), .. Both(MeanFormulas.Tornqvist),
        ];
    }

    private IEnumerable<FormulaIndex> Both(BilateralFormula formula) =>
        [.. Named(formula.Name, false, Levels(Series(formula).Direct())), .. Named(formula.Name, true, Levels(Series(formula).Chained()))];

    private IEnumerable<FormulaIndex> Named(string formula, bool chained, IEnumerable<double?> levels) =>
        levels.Zip(_states).Where(l => l.First is not null).Select(l => new FormulaIndex(formula, chained, l.Second.Period, 100 * l.First!.Value));

    // Lowe weighs with the quantities of the first stretch of the chain.
    private BilateralSeries Series(BilateralFormula formula) => new(_panel, formula, new Basket(_panel.Prices(0), [.. _states[0].Segment!.Quantities]));

    private static IEnumerable<double?> Levels(FormulaSeries series) => series.Levels.Select(l => double.IsFinite(l) ? l : (double?)null);
}
