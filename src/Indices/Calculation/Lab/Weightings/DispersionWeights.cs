using Indices.Calculation.Lab.Treatments;

namespace Indices.Calculation.Lab.Weightings;

/// <summary>Weights by spread alone, adding up to 1. The columns should be on one scale.</summary>
public static class DispersionWeights
{
    /// <summary>Standard deviation over the sum of standard deviations.</summary>
    public static double[] StandardDeviation(IReadOnlyList<double[]> columns) =>
        Shares.Of([.. columns.Select(column => Moments.Of(column).StandardDeviation)]);

    /// <summary>Gini's coefficient, Σ (2i − n − 1) x₍ᵢ₎ / (n Σ x) over the ordered values, over the sum of coefficients.</summary>
    public static double[] Gini(IReadOnlyList<double[]> columns) => Shares.Of([.. columns.Select(Coefficient)]);

    private static double Coefficient(double[] column)
    {
        var ordered = column.Where(x => !double.IsNaN(x)).Order().ToArray();
        var (weighted, sum) = (0.0, 0.0);
        for (var i = 0; i < ordered.Length; i++)
            (weighted, sum) = (weighted + (2 * (i + 1) - ordered.Length - 1) * ordered[i], sum + ordered[i]);
        return weighted / (ordered.Length * sum);
    }
}
