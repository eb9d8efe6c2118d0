namespace Indices.Calculation.Prices.Formulas;

/// <summary>What the multilateral formulas sum, by period, then product; 0 where the product is missing, so that sums leave it out. Each is made when first asked for.</summary>
internal sealed class PanelRows
{
    private readonly PricePanel _panel;
    private readonly Lazy<double[][]> _prices, _quantities, _values, _present, _logs;

    internal PanelRows(PricePanel panel)
    {
        _panel = panel;
        _prices = new(() => Rows((t, row) => Copy(panel.Prices(t), row)));
        _quantities = new(() => Rows((t, row) => Copy(panel.Quantities(t), row)));
        _values = new(() => Rows((t, row) => Multiply(panel.Prices(t), panel.Quantities(t), row)));
        _present = new(() => Rows((_, row) => Array.Fill(row, 1.0)));
        _logs = new(Relatives);
    }

    internal double[][] Prices => _prices.Value;

    internal double[][] Quantities => _quantities.Value;

    /// <summary>Price times quantity.</summary>
    internal double[][] Values => _values.Value;

    /// <summary>1 where there is a price.</summary>
    internal double[][] Present => _present.Value;

    /// <summary>Logarithms of the prices against the first that each product has: every index is one of relatives, and small logarithms lose no digits.</summary>
    internal double[][] Logs => _logs.Value;

    private double[][] Relatives()
    {
        var first = new double[_panel.Products.Length];
        Array.Fill(first, double.NaN);
        return Rows((t, row) =>
        {
            var prices = _panel.Prices(t);
            for (var n = 0; n < row.Length; n++)
            {
                first[n] = double.IsNaN(first[n]) ? prices[n] : first[n];
                row[n] = Math.Log(prices[n] / first[n]);
            }
        });
    }

    private double[][] Rows(Action<int, double[]> fill)
    {
        var rows = new double[_panel.Periods.Length][];
        for (var t = 0; t < rows.Length; t++)
        {
            fill(t, rows[t] = new double[_panel.Products.Length]);
            var prices = _panel.Prices(t);
            for (var n = 0; n < prices.Length; n++)
                if (double.IsNaN(prices[n]))
                    rows[t][n] = 0.0;
        }
        return rows;
    }

    private static void Copy(double[] from, double[] to) => from.CopyTo(to, 0);

    private static void Multiply(double[] left, double[] right, double[] to)
    {
        for (var n = 0; n < to.Length; n++)
            to[n] = left[n] * right[n];
    }
}
