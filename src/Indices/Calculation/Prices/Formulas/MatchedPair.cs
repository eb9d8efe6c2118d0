namespace Indices.Calculation.Prices.Formulas;

/// <summary>Prices and quantities that weigh the products in a fixed-basket comparison, by product; NaN for a product that is not in it.</summary>
internal sealed record Basket(double[] Prices, double[] Quantities);

/// <summary>The products that two periods have in common, in the order of the panel.</summary>
/// <param name="Products">Places in the panel.</param>
/// <param name="P0">Prices of the earlier period.</param>
/// <param name="P1">Prices of the later period.</param>
/// <param name="Q0">Quantities of the earlier period.</param>
/// <param name="Q1">Quantities of the later period.</param>
internal sealed record MatchedPair(int[] Products, double[] P0, double[] P1, double[] Q0, double[] Q1)
{
    /// <summary>Of the same products; null for formulas that weigh by the two periods alone.</summary>
    internal Basket? Basket { get; init; }

    internal int Count => Products.Length;

    internal double Relative(int n) => P1[n] / P0[n];

    internal double Sum(Func<int, double> term)
    {
        var sum = 0.0;
        for (var n = 0; n < Count; n++)
            sum += term(n);
        return sum;
    }

    internal double[] Each(Func<int, double> term)
    {
        var values = new double[Count];
        for (var n = 0; n < Count; n++)
            values[n] = term(n);
        return values;
    }

    /// <summary>Terms divided by their sum.</summary>
    internal double[] Shares(Func<int, double> term)
    {
        var total = Sum(term);
        return Each(n => term(n) / total);
    }

    /// <summary>Shares of the earlier period's value.</summary>
    internal double[] EarlierShares() => Shares(n => P0[n] * Q0[n]);

    /// <summary>Shares of the later period's value.</summary>
    internal double[] LaterShares() => Shares(n => P1[n] * Q1[n]);
}
