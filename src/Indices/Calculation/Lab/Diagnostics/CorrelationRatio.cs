namespace Indices.Calculation.Lab.Diagnostics;

/// <summary>
/// Correlation ratio of an index on one of its parts, V(E(y|x)) / V(y): the share of the index's variance that knowing the part
/// explains, straight or bent (Pearson; as a measure of importance: Paruolo, Saisana and Saltelli, 2013). 0 to 1. E(y|x) is
/// estimated by local linear regression with the bandwidth of least leave-one-out error.
/// </summary>
public static class CorrelationRatio
{
    private const int FewestUnits = 4;

    /// <param name="part">Values of the part.</param>
    /// <param name="index">Values of the index; units that lack one of the two are left out.</param>
    /// <returns>NaN when one of them is constant or fewer than four units are left.</returns>
    public static double Of(ReadOnlySpan<double> part, ReadOnlySpan<double> index)
    {
        var (x, y) = Correlation.Complete(part, index);
        return x.Length < FewestUnits || LocalLinear.For(x, y) is not { } smoother ? double.NaN : Explained(smoother, y);
    }

    /// <summary>Share of the variance of <paramref name="y"/> that is in its fitted values.</summary>
    internal static double Explained(LocalLinear smoother, double[] y) =>
        Math.Min(SquaresAroundMean(smoother.Fit(y)) / SquaresAroundMean(y), 1.0);

    private static double SquaresAroundMean(double[] values)
    {
        var (mean, sum) = (0.0, 0.0);
        foreach (var x in values)
            mean += x / values.Length;
        foreach (var x in values)
            sum += (x - mean) * (x - mean);
        return sum;
    }
}
