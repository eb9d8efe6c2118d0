using Indices.Calculation.Elementwise;
using Indices.Calculation.Panel;

namespace Indices.Calculation.Prices.Formulas;

/// <summary>
/// GEKS-Törnqvist of a window in which no product is missing: the mean over all pairs is the comparison with a mean period,
/// ln P_t = ½ Σ_n (s_tn + s̄_n)(ln p_tn − mean ln p_n) (Caves, Christensen and Diewert 1982), and no pair need be made.
/// </summary>
internal static class TranslogMultilateral
{
    // Products whose logarithms and shares of all periods stay in the cache between the mean and its use.
    private const int Block = 128;

    /// <summary>1 in the first period.</summary>
    internal static double[] Window(PricePanel panel, int first, int count)
    {
        var totals = new double[count];
        for (var t = 0; t < count; t++)
            totals[t] = Value(panel.Prices(first + t), panel.Quantities(first + t));
        var levels = new double[count];
        var (logs, shares) = (new double[count * Block], new double[count * Block]);
        for (var start = 0; start < panel.Products.Length; start += Block)
        {
            var length = Math.Min(Block, panel.Products.Length - start);
            var (meanLogs, meanShares) = (new double[length], new double[length]);
            for (var t = 0; t < count; t++)
            {
                var log = logs.AsSpan(t * Block, length);
                var share = shares.AsSpan(t * Block, length);
                Fill(panel, first, first + t, start, totals[t], log, share);
                Each.Update(default(Sum), log, meanLogs);
                Each.Update(default(Sum), share, meanShares);
            }
            Each.Of(new DividedBy(count), meanLogs, meanLogs);
            Each.Of(new DividedBy(count), meanShares, meanShares);
            for (var t = 0; t < count; t++)
                levels[t] += Move(logs.AsSpan(t * Block, length), meanLogs, shares.AsSpan(t * Block, length), meanShares);
        }
        return Array.ConvertAll(levels, level => Math.Exp(0.5 * (level - levels[0])));
    }

    private static double Value(double[] prices, double[] quantities)
    {
        var sum = 0.0;
        for (var n = 0; n < prices.Length; n++)
            sum += prices[n] * quantities[n];
        return sum;
    }

    // Relatives to the first period: every index is one of relatives, and small logarithms lose no digits.
    private static void Fill(PricePanel panel, int first, int period, int start, double total, Span<double> logs, Span<double> shares)
    {
        var from = panel.Prices(first).AsSpan(start, logs.Length);
        var to = panel.Prices(period).AsSpan(start, logs.Length);
        var quantities = panel.Quantities(period).AsSpan(start, logs.Length);
        to.CopyTo(logs);
        Each.Update(default(DivideBy), from, logs);
        DeterministicLog.Of(logs, logs);
        to.CopyTo(shares);
        Each.Update(default(Product), quantities, shares);
        Each.Of(new DividedBy(total), shares, shares);
    }

    private static double Move(Span<double> logs, double[] meanLogs, Span<double> shares, double[] meanShares)
    {
        var sum = 0.0;
        for (var n = 0; n < logs.Length; n++)
            sum += (shares[n] + meanShares[n]) * (logs[n] - meanLogs[n]);
        return sum;
    }

    private readonly struct Sum : IUpdate
    {
        public T Of<T>(T soFar, T x)
            where T : struct, ILanes<T> => soFar + x;
    }

    private readonly struct Product : IUpdate
    {
        public T Of<T>(T soFar, T x)
            where T : struct, ILanes<T> => soFar * x;
    }

    private readonly struct DividedBy(double divisor) : IFormula
    {
        public T Of<T>(T x)
            where T : struct, ILanes<T> => x / T.All(divisor);
    }
}
