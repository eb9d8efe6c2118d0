namespace Indices.Calculation.Prices.Formulas;

/// <summary>
/// Geary-Khamis over a window: π_n = Σ_t (q_tn / Σ_u q_un) p_tn / P_t and P_t = Σ_n p_tn q_tn / Σ_n π_n q_tn (Geary 1958;
/// Khamis 1970; Consumer Price Index Manual 2020, chapter 10).
/// </summary>
internal static class GearyKhamis
{
    /// <summary>
    /// With x_t = 1 / P_t and π put into the second equation: Σ_u M_tu x_u = e_t x_t, where M_tu = Σ_n q_tn e_un / Σ_w q_wn
    /// and e_t is the value of the period; as many equations as periods, and x free by a factor. 1 in the first period;
    /// NaN when the products do not connect the periods.
    /// </summary>
    internal static double[] Window(PricePanel panel, int first, int count)
    {
        var (quantities, values) = (panel.Rows.Quantities[first..(first + count)], panel.Rows.Values[first..(first + count)]);
        var total = new double[panel.Products.Length];
        foreach (var row in quantities)
            for (var n = 0; n < total.Length; n++)
                total[n] += row[n];
        var parts = Array.ConvertAll(values, row => row.Select((e, n) => total[n] > 0 ? e / total[n] : 0.0).ToArray());
        var shared = CrossProducts.Of(quantities, parts);
        var equations = Enumerable.Range(0, count).Select(t =>
            Enumerable.Range(0, count).Select(u => (t == u ? values[t].Sum() : 0.0) - shared[t, u]).ToArray()).ToArray();
        var inverse = LinearSystem.PinFirst(1.0, equations, new double[count]);
        return [.. Enumerable.Range(0, count).Select(t => inverse is null ? double.NaN : 1 / inverse[t])];
    }
}
