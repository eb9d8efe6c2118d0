using System.Collections.Immutable;
using Indices.Time;

namespace Indices.Calculation.Prices;

/// <summary>
/// Bilateral formulas beside the headline (methodology, section 11.4), each 1 when nothing moved. Cells count when they
/// have a price, observed or imputed, in both periods; amounts are those of the periods. Null without amounts.
/// </summary>
internal sealed class BilateralPrices(PriceRun run)
{
    internal double? Laspeyres(PriceState to, PriceState from) => Ratio(from.Period, to, from);

    internal double? Paasche(PriceState to, PriceState from) => Ratio(to.Period, to, from);

    internal double? Fisher(PriceState to, PriceState from) =>
        Laspeyres(to, from) * Paasche(to, from) is { } product ? Math.Sqrt(product) : null;

    internal double? Tornqvist(PriceState to, PriceState from)
    {
        var cells = Matched(to, from).ToList();
        var earlier = cells.Sum(c => Value(c, from));
        var later = cells.Sum(c => Value(c, to));
        if (!(earlier > 0 && later > 0))
            return null;
        var sum = 0.0;
        foreach (var c in cells)
            sum += 0.5 * (Value(c, from) / earlier + Value(c, to) / later)
                * Math.Log(to.Prices.Live[c]!.Value / from.Prices.Live[c]!.Value);
        return Math.Exp(sum);
    }

    /// <summary>With the quantities of the first stretch of the chain.</summary>
    internal double? Lowe(PriceState to, PriceState from)
    {
        var quantities = run.States.First(s => s.Segment is not null).Segment!.Quantities;
        return Ratio([.. Matched(to, from)], c => quantities[c], to, from);
    }

    /// <summary>A link of the headline itself.</summary>
    internal static double? Headline(PriceState to, PriceState from) => to.Aggregate / from.Aggregate;

    private double? Ratio(Period weighing, PriceState to, PriceState from) =>
        Ratio([.. Matched(to, from)], c => run.Book.At(c, weighing).Amount, to, from);

    private static double? Ratio(ImmutableArray<int> cells, Func<int, double> quantity, PriceState to, PriceState from)
    {
        var (later, earlier) = (0.0, 0.0);
        foreach (var c in cells)
        {
            later += quantity(c) * to.Prices.Live[c]!.Value;
            earlier += quantity(c) * from.Prices.Live[c]!.Value;
        }
        return earlier > 0 ? later / earlier : null;
    }

    private IEnumerable<int> Matched(PriceState to, PriceState from) => Enumerable.Range(0, run.Rules.Cells.Length)
        .Where(c => to.Prices.Live[c] is not null && from.Prices.Live[c] is not null);

    private double Value(int cell, PriceState state) => run.Book.At(cell, state.Period).Amount * state.Prices.Live[cell]!.Value;
}
