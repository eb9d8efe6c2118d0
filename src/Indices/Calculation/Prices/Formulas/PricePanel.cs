using System.Collections.Immutable;
using Indices.Time;

namespace Indices.Calculation.Prices.Formulas;

/// <summary>
/// Prices and quantities of products over consecutive periods, one unit value for each product and period:
/// p = Σ p q / Σ q over its quotes (Consumer Price Index Manual 2020, chapter 10). What was not quoted is NaN, never 0.
/// </summary>
public sealed class PricePanel
{
    private readonly double[][] _prices;
    private readonly double[][] _quantities;
    private readonly Lazy<PanelRows> _rows;

    /// <param name="prices">By period, then product; NaN where the product is missing.</param>
    /// <param name="quantities">In the same shape; a quantity counts only where there is a price.</param>
    internal PricePanel(ImmutableArray<string> products, ImmutableArray<Period> periods, double[][] prices, double[][] quantities)
    {
        (Products, Periods, _prices, _quantities) = (products, periods, prices, quantities);
        _rows = new(() => new PanelRows(this));
    }

    /// <summary>In ordinal order when made of quotes, so that the order of rows does not change a bit of the result.</summary>
    public ImmutableArray<string> Products { get; }

    /// <summary>From the first to the last without gaps; a period may have no product at all.</summary>
    public ImmutableArray<Period> Periods { get; }

    /// <summary>True when no product is missing in any period.</summary>
    internal bool IsComplete => !Array.Exists(_prices, row => Array.Exists(row, double.IsNaN));

    /// <summary>By product; NaN where it is missing.</summary>
    internal double[] Prices(int period) => _prices[period];

    /// <summary>By product.</summary>
    internal double[] Quantities(int period) => _quantities[period];

    /// <summary>Sums and logarithms that the multilateral formulas share, made once.</summary>
    internal PanelRows Rows => _rows.Value;

    /// <summary>A panel of unit values.</summary>
    /// <exception cref="ArgumentException">No quotes, periods of different frequencies or merged ones, or several quotes of one product and period without a quantity to weigh them.</exception>
    public static PricePanel Of(IReadOnlyCollection<PriceQuote> quotes)
    {
        if (quotes.Count == 0 || quotes.Any(q => q.Period.IsMergedJanuaryFebruary || q.Period.Frequency != quotes.First().Period.Frequency))
            throw new ArgumentException("Quotes of one frequency are needed, and no merged periods.", nameof(quotes));
        var products = quotes.Select(q => q.Product).Distinct().Order(StringComparer.Ordinal).ToImmutableArray();
        var first = quotes.Min(q => q.Period);
        var periods = Enumerable.Range(0, quotes.Max(q => q.Period).Since(first) + 1).Select(first.Plus).ToImmutableArray();
        var (prices, quantities) = (Empty(periods.Length, products.Length), Empty(periods.Length, products.Length));
        var places = products.Select((product, place) => (product, place)).ToDictionary(p => p.product, p => p.place, StringComparer.Ordinal);
        foreach (var quote in quotes)
        {
            var (t, n) = (quote.Period.Since(first), places[quote.Product]);
            (prices[t][n], quantities[t][n]) = double.IsNaN(prices[t][n])
                ? (quote.Price, quote.Quantity)
                : UnitValue(prices[t][n], quantities[t][n], quote);
        }
        return new(products, periods, prices, quantities);
    }

    /// <summary>The products that two periods, and a basket when one is given, have in common.</summary>
    internal MatchedPair Match(int from, int to, Basket? basket = null)
    {
        var (p0, p1) = (_prices[from], _prices[to]);
        var common = new List<int>(Products.Length);
        for (var n = 0; n < Products.Length; n++)
            if (!double.IsNaN(p0[n]) && !double.IsNaN(p1[n]) && (basket is null || !double.IsNaN(basket.Prices[n])))
                common.Add(n);
        double[] Of(double[] row) => [.. common.Select(n => row[n])];
        return new([.. common], Of(p0), Of(p1), Of(_quantities[from]), Of(_quantities[to]))
        {
            Basket = basket is null ? null : new(Of(basket.Prices), Of(basket.Quantities)),
        };
    }

    /// <summary>What was bought in some periods together: quantities in sum, prices as unit values.</summary>
    internal Basket BasketOf(IReadOnlyCollection<int> periods)
    {
        var (prices, quantities) = (Empty(1, Products.Length)[0], Empty(1, Products.Length)[0]);
        foreach (var t in periods)
            for (var n = 0; n < prices.Length; n++)
                if (!double.IsNaN(_prices[t][n]))
                    (prices[n], quantities[n]) = double.IsNaN(prices[n])
                        ? (_prices[t][n], _quantities[t][n])
                        : UnitValue(prices[n], quantities[n], new("", Periods[t], _prices[t][n], _quantities[t][n]));
        return new(prices, quantities);
    }

    /// <summary>
    /// The same with every missing price taken from the last period that has one, or from the next where none has yet.
    /// Nothing was bought of it: its quantity is 0.
    /// </summary>
    public PricePanel Carried()
    {
        var (prices, quantities) = (Array.ConvertAll(_prices, row => (double[])row.Clone()), Array.ConvertAll(_quantities, row => (double[])row.Clone()));
        for (var n = 0; n < Products.Length; n++)
        {
            var last = prices.Select(row => row[n]).FirstOrDefault(p => !double.IsNaN(p), double.NaN);
            for (var t = 0; t < prices.Length; t++)
                if (double.IsNaN(prices[t][n]))
                    (prices[t][n], quantities[t][n]) = (last, 0.0);
                else
                    last = prices[t][n];
        }
        return new(Products, Periods, prices, quantities);
    }

    // What nothing was bought at does not change what was paid.
    private static (double Price, double Quantity) UnitValue(double price, double quantity, PriceQuote more) => (quantity + more.Quantity) switch
    {
        double.NaN => throw new ArgumentException($"{more.Product} is quoted several times in {more.Period} without quantities."),
        0.0 => (price, 0.0),
        var total => ((price * quantity + more.Price * more.Quantity) / total, total),
    };

    private static double[][] Empty(int periods, int products)
    {
        var rows = new double[periods][];
        for (var t = 0; t < periods; t++)
            Array.Fill(rows[t] = new double[products], double.NaN);
        return rows;
    }
}
