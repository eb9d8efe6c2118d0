using Indices.Calculation.Lab.Diagnostics;
using Indices.Calculation.Lab.Normalisations;
using Indices.Calculation.Lab.Treatments;

namespace Indices.Calculation.Lab.Weightings;

/// <summary>
/// CRITIC (Diakoulaki, Mavrotas and Papayannakis, 1995): criteria importance through intercriteria correlation. A column weighs by its
/// spread and by how little the others repeat it: C = sd · Σ (1 − r), weight = C/ΣC, on columns put on 0 to 1 by min-max.
/// </summary>
public static class CriticWeights
{
    /// <param name="isScaled">False leaves the columns as they are, and their units then weigh too.</param>
    /// <returns>Adding up to 1; all NaN when a column is constant.</returns>
    public static double[] Of(
        IReadOnlyList<double[]> columns, CorrelationKind kind = CorrelationKind.Pearson, bool isScaled = true) =>
        Shares.Of(Contents(columns, kind, isScaled));

    /// <summary>C of each column, with n − 1 in the standard deviation.</summary>
    public static double[] Contents(
        IReadOnlyList<double[]> columns, CorrelationKind kind = CorrelationKind.Pearson, bool isScaled = true)
    {
        double[][] data = isScaled ? [.. columns.Select(column => Scaling.MinMax(column, 0.0, 1.0))] : [.. columns];
        return [.. data.Select((column, j) => Moments.Of(column).StandardDeviation * Conflict(data, j, kind))];
    }

    private static double Conflict(double[][] data, int column, CorrelationKind kind)
    {
        var sum = 0.0;
        for (var other = 0; other < data.Length; other++)
            sum += 1.0 - Correlation.Of(data[column], data[other], kind);
        return sum;
    }
}
