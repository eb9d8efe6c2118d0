using System.Globalization;
using CsCheck;
using Indices.Calculation.Prices.Formulas;
using Indices.Time;

namespace Indices.Tests.Calculation.Prices.Formulas;

/// <summary>Panels out of the peers' files and out of the air.</summary>
internal static class PanelBuilder
{
    private static readonly Period First = Period.Parse("2020-01");

    internal static List<PriceQuote> Quotes(string file) => [.. ExampleTable.Read(file).Select(row => new PriceQuote(
        row["prodID"], First.Plus((int)row.Number("time") - 1), row.Number("prices"), row.Number("quantities")))];

    internal static PricePanel Panel(string file) => PricePanel.Of(Quotes(file));

    internal static List<PriceQuote> Quotes(double[][] prices, double[][] quantities) =>
    [
        .. from t in Enumerable.Range(0, prices.Length)
           from n in Enumerable.Range(0, prices[t].Length)
           where !double.IsNaN(prices[t][n])
           select new PriceQuote(string.Create(CultureInfo.InvariantCulture, $"P{n:00}"), First.Plus(t), prices[t][n], quantities[t][n]),
    ];

    internal static PricePanel Panel(double[][] prices, double[][] quantities) => PricePanel.Of(Quotes(prices, quantities));

    /// <summary>Every product in every period: 2 to 6 products over 3 to 9 periods.</summary>
    internal static readonly Gen<(double[][] Prices, double[][] Quantities)> Complete =
        from products in Gen.Int[2, 6]
        from periods in Gen.Int[3, 9]
        from prices in Gen.Double[0.2, 5].Array[products].Array[periods]
        from quantities in Gen.Double[0.1, 20].Array[products].Array[periods]
        select (prices, quantities);

    /// <summary>The same with products missing here and there; the first product is always there, so that every pair has something in common.</summary>
    internal static readonly Gen<(double[][] Prices, double[][] Quantities)> WithGaps =
        from full in Complete
        from gaps in Gen.Int[0, 4].Array[full.Prices.Length * full.Prices[0].Length]
        select (full.Prices.Select((row, t) => row.Select((p, n) => n > 0 && gaps[t * row.Length + n] == 0 ? double.NaN : p).ToArray()).ToArray(), full.Quantities);

    internal static double[][] Each(this double[][] rows, Func<int, int, double, double> value) =>
        [.. rows.Select((row, t) => row.Select((x, n) => value(t, n, x)).ToArray())];
}
