namespace Indices.Calculation.Prices.Formulas;

/// <summary>
/// Regression of ln p on periods and products, weighted by value shares (Rao 2005; Diewert 2004; Consumer Price Index
/// Manual 2020, chapter 10).
/// </summary>
internal static class TimeProductDummy
{
    /// <summary>
    /// Of two periods: b = Σ h ln r / Σ h with h = s₀ s₁ / (s₀ + s₁), and P = exp(b − ½ var b), because the exponential
    /// of an estimate is biased (Kennedy 1981). NaN with fewer than two products: nothing is left to estimate a variance.
    /// </summary>
    internal static BilateralFormula Bilateral { get; } = new("tpd", FormulaWeights.Compared, Compare);

    /// <summary>
    /// Of a window: the normal equations with the products' effects eliminated, δ_t = Σ s_t ln p_t − Σ_n s_tn γ_n and
    /// γ_n = Σ_u s_un (ln p_un − δ_u) / Σ_u s_un. NaN when the products do not connect the periods.
    /// </summary>
    internal static double[] Window(PricePanel panel, int first, int count)
    {
        var (shares, logs) = (Shares(panel.Rows.Values[first..(first + count)]), panel.Rows.Logs[first..(first + count)]);
        var products = panel.Products.Length;
        var (total, weightedLog) = (new double[products], new double[products]);
        for (var t = 0; t < count; t++)
            for (var n = 0; n < products; n++)
            {
                total[n] += shares[t][n];
                weightedLog[n] += shares[t][n] * logs[t][n];
            }
        var parts = Array.ConvertAll(shares, row => Each(products, n => total[n] > 0 ? row[n] / total[n] : 0.0));
        var common = CrossProducts.Of(parts, shares);
        var right = Enumerable.Range(0, count).Select(t =>
        {
            var sum = 0.0;
            for (var n = 0; n < products; n++)
                sum += shares[t][n] * logs[t][n] - parts[t][n] * weightedLog[n];
            return sum;
        }).ToArray();
        return LinearSystem.PinFirst(0.0, Each(count, t => Each(count, u => (t == u ? 1.0 : 0.0) - common[t, u])), right) is { } effects
            ? Array.ConvertAll(effects, Math.Exp)
            : Each(count, _ => double.NaN);
    }

    private static double Compare(MatchedPair m)
    {
        var (earlier, later) = (m.EarlierShares(), m.LaterShares());
        var weights = m.Each(n => earlier[n] > 0 && later[n] > 0 ? earlier[n] * later[n] / (earlier[n] + later[n]) : 0.0);
        var total = m.Sum(n => weights[n]);
        var mean = m.Sum(n => weights[n] * Math.Log(m.Relative(n))) / total;
        var freedom = weights.Count(w => w > 0) - 1;
        var variance = m.Sum(n => weights[n] * Square(Math.Log(m.Relative(n)) - mean)) / freedom / total;
        return Math.Exp(mean - 0.5 * variance);
    }

    private static double[][] Shares(double[][] values) => Array.ConvertAll(values, row =>
    {
        var total = row.Sum();
        return Each(row.Length, n => row[n] / total);
    });

    private static T[] Each<T>(int count, Func<int, T> value) => [.. Enumerable.Range(0, count).Select(value)];

    private static double Square(double x) => x * x;
}
