namespace Indices.Calculation.Prices.Formulas;

/// <summary>
/// GEKS-Törnqvist of a window in which no product is missing: the mean over all pairs is the comparison with a mean period,
/// ln P_t = ½ Σ_n (s_tn + s̄_n)(ln p_tn − mean ln p_n) (Caves, Christensen and Diewert 1982), and no pair need be made.
/// </summary>
internal static class TranslogMultilateral
{
    /// <summary>1 in the first period.</summary>
    internal static double[] Window(PanelRows rows, int first, int count)
    {
        var (values, logs) = (rows.Values[first..(first + count)], rows.Logs[first..(first + count)]);
        var totals = new double[count];
        for (var t = 0; t < count; t++)
            totals[t] = values[t].Sum();
        var products = values[0].Length;
        var (shares, means) = (new double[products], new double[products]);
        for (var t = 0; t < count; t++)
            for (var n = 0; n < products; n++)
            {
                shares[n] += values[t][n] / totals[t] / count;
                means[n] += logs[t][n] / count;
            }
        var levels = new double[count];
        for (var t = 0; t < count; t++)
            for (var n = 0; n < products; n++)
                levels[t] += 0.5 * (values[t][n] / totals[t] + shares[n]) * (logs[t][n] - means[n]);
        return Array.ConvertAll(levels, level => Math.Exp(level - levels[0]));
    }
}
