namespace Indices.Calculation.Prices.Formulas;

/// <summary>What the multilateral formulas sum, by period, then product; 0 where the product is missing, so that sums leave it out.</summary>
internal sealed class PanelRows
{
    internal PanelRows(PricePanel panel)
    {
        var periods = Enumerable.Range(0, panel.Periods.Length).ToArray();
        Prices = Array.ConvertAll(periods, t => Array.ConvertAll(panel.Prices(t), p => double.IsNaN(p) ? 0.0 : p));
        Quantities = Array.ConvertAll(periods, t => Where(panel.Prices(t), n => panel.Quantities(t)[n]));
        Values = Array.ConvertAll(periods, t => Where(panel.Prices(t), n => panel.Prices(t)[n] * panel.Quantities(t)[n]));
        Present = Array.ConvertAll(periods, t => Where(panel.Prices(t), _ => 1.0));
        IsComplete = Present.All(row => row.All(p => p == 1.0));
        var first = new double[panel.Products.Length];
        foreach (var t in periods)
            for (var n = 0; n < first.Length; n++)
                if (first[n] == 0.0)
                    first[n] = Prices[t][n];
        Logs = Array.ConvertAll(periods, t => Where(panel.Prices(t), n => Math.Log(panel.Prices(t)[n] / first[n])));
    }

    internal double[][] Prices { get; }

    internal double[][] Quantities { get; }

    /// <summary>Price times quantity.</summary>
    internal double[][] Values { get; }

    /// <summary>1 where there is a price.</summary>
    internal double[][] Present { get; }

    /// <summary>Logarithms of the prices against the first that each product has: every index is one of relatives, and small logarithms lose no digits.</summary>
    internal double[][] Logs { get; }

    /// <summary>True when no product is missing in any period.</summary>
    internal bool IsComplete { get; }

    private static double[] Where(double[] prices, Func<int, double> value)
    {
        var row = new double[prices.Length];
        for (var n = 0; n < row.Length; n++)
            row[n] = double.IsNaN(prices[n]) ? 0.0 : value(n);
        return row;
    }
}
