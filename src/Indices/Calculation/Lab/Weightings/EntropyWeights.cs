namespace Indices.Calculation.Lab.Weightings;

/// <summary>
/// Weights by Shannon's entropy: a column on which the units hardly differ tells little. p = x/Σx by column,
/// e = −Σ p ln p / ln n with 0 ln 0 = 0, weight = (1 − e)/Σ(1 − e) (Zeleny, 1982; the entropy weighting of multi-criteria
/// methods). Depends on the scale of the columns: 0 to 100 and 1 to 100 give different weights.
/// </summary>
public static class EntropyWeights
{
    /// <returns>Adding up to 1; 0 for a constant column.</returns>
    public static double[] Of(IReadOnlyList<double[]> columns) => Shares.Of([.. Entropies(columns).Select(e => 1.0 - e)]);

    /// <summary>e of each column, 0 to 1, over the values present.</summary>
    /// <exception cref="UndefinedResultException">A value is negative.</exception>
    public static double[] Entropies(IReadOnlyList<double[]> columns) => [.. columns.Select(Entropy)];

    private static double Entropy(double[] column)
    {
        var (low, high) = Extent.Of(column);
        if (low < 0.0)
            throw new UndefinedResultException("含负值，不能求熵。", "A value is negative: there is no entropy.");
        // Exactly, where the sum below would leave a remainder of rounding.
        if (low == high)
            return 1.0;
        var (sum, count, entropy) = (0.0, 0, 0.0);
        foreach (var x in column)
            if (!double.IsNaN(x))
                (sum, count) = (sum + x, count + 1);
        foreach (var x in column)
            if (x > 0.0)
                entropy -= x / sum * Math.Log(x / sum);
        return entropy / Math.Log(count);
    }
}
