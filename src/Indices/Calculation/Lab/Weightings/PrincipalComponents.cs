using Indices.Calculation.Lab.Diagnostics;

namespace Indices.Calculation.Lab.Weightings;

/// <summary>Principal components of a group's columns, on their correlation matrix, over the units that have all of them (OECD/JRC Handbook, 2008, steps 4.1 and 6.1).</summary>
/// <param name="Variances">Variance of each component, greatest first; together they are the number of columns.</param>
/// <param name="Loadings">First component: unit length, its sign such that the sum is not negative; single loadings may be negative.</param>
public sealed record PrincipalComponents(double[] Variances, double[] Loadings)
{
    /// <summary>Share of the variance that the first component explains.</summary>
    public double FirstShare => Variances[0] / Variances.Length;

    /// <summary>Squares of the loadings: never negative, and they add up to 1.</summary>
    public double[] SquaredLoadings => [.. Loadings.Select(loading => loading * loading)];

    /// <exception cref="UndefinedResultException">Fewer than two units have all columns, or a column is constant over them.</exception>
    public static PrincipalComponents Of(IReadOnlyList<double[]> columns)
    {
        var complete = Enumerable.Range(0, columns[0].Length).Where(unit => columns.All(column => !double.IsNaN(column[unit]))).ToList();
        double[][] data = [.. columns.Select(column => complete.Select(unit => column[unit]).ToArray())];
        var correlations = new double[data.Length, data.Length];
        for (var i = 0; i < data.Length; i++)
            for (var j = 0; j <= i; j++)
                correlations[i, j] = correlations[j, i] = Correlation.Of(data[i], data[j], CorrelationKind.Pearson);
        foreach (var r in correlations)
            if (double.IsNaN(r))
                throw new UndefinedResultException("某列为常数或完整单位太少，不能求主成分。", "A column is constant or too few units are complete: there are no principal components.");
        var eigen = SymmetricEigen.Of(correlations);
        return new(eigen.Values, eigen.Vectors[0]);
    }
}
