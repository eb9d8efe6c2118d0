namespace Indices.Calculation.Prices.Formulas;

/// <summary>
/// GEKS: the index that comes closest to all bilateral comparisons of a window at once, P_k = Π_j P(j, k)^(1/T) (Gini 1931;
/// Eltetö and Köves 1964; Szulc 1964; Ivancic, Diewert and Fox 2011). Products are matched pair by pair.
/// </summary>
/// <remarks>Every comparison is made of cross products of the periods' rows, in which a missing product counts 0.</remarks>
internal static class Geks
{
    /// <summary>ln P(i, j) by Jevons; NaN for periods without common products.</summary>
    internal static double[,] Jevons(PanelRows rows)
    {
        var (common, logs) = (CrossProducts.Of(rows.Present, rows.Present), CrossProducts.Of(rows.Present, rows.Logs));
        return Pairs(common, (i, j) => (logs[i, j] - logs[j, i]) / common[i, j]);
    }

    /// <summary>ln P(i, j) by Törnqvist: half of what the shares of i say of the move from i to j, less what those of j say of the way back.</summary>
    internal static double[,] Tornqvist(PanelRows rows)
    {
        var own = rows.Values.Select((e, t) => e.Select((x, n) => x * rows.Logs[t][n]).ToArray()).ToArray();
        var (values, moved, stayed) = (
            CrossProducts.Of(rows.Values, rows.Present), CrossProducts.Of(rows.Values, rows.Logs), CrossProducts.Of(own, rows.Present));
        double Laspeyres(int i, int j) => (moved[i, j] - stayed[i, j]) / values[i, j];
        return Pairs(values, (i, j) => 0.5 * (Laspeyres(i, j) - Laspeyres(j, i)));
    }

    /// <summary>ln P(i, j) by Fisher.</summary>
    internal static double[,] Fisher(PanelRows rows)
    {
        var (values, costs) = (CrossProducts.Of(rows.Values, rows.Present), CrossProducts.Of(rows.Quantities, rows.Prices));
        double Laspeyres(int i, int j) => costs[i, j] / values[i, j];
        return Pairs(values, (i, j) => 0.5 * Math.Log(Laspeyres(i, j) / Laspeyres(j, i)));
    }

    /// <summary>ln P(i, j) by Walsh: √(q_i q_j) is a product of a factor for each period.</summary>
    internal static double[,] Walsh(PanelRows rows)
    {
        var roots = Array.ConvertAll(rows.Quantities, row => Array.ConvertAll(row, Math.Sqrt));
        var priced = roots.Select((row, t) => row.Select((q, n) => q * rows.Prices[t][n]).ToArray()).ToArray();
        var costs = CrossProducts.Of(roots, priced);
        return Pairs(costs, (i, j) => Math.Log(costs[i, j] / costs[j, i]));
    }

    /// <summary>The index of a window from the logarithms of all pairs; 1 in its first period. Undefined pairs are left out of the mean.</summary>
    internal static double[] Window(double[,] pairs, int first, int count)
    {
        var means = Enumerable.Range(first, count).Select(k =>
            Enumerable.Range(first, count).Select(j => pairs[j, k]).Where(double.IsFinite).DefaultIfEmpty(double.NaN).Average()).ToArray();
        return Array.ConvertAll(means, mean => Math.Exp(mean - means[0]));
    }

    // A period is its own equal only when it has something to compare.
    private static double[,] Pairs(double[,] common, Func<int, int, double> logarithm)
    {
        var periods = common.GetLength(0);
        var pairs = new double[periods, periods];
        for (var i = 0; i < periods; i++)
            for (var j = 0; j < periods; j++)
                pairs[i, j] = !(common[i, j] > 0) ? double.NaN : i == j ? 0.0 : logarithm(i, j);
        return pairs;
    }
}
