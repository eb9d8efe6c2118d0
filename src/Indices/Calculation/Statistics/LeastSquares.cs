namespace Indices.Calculation.Statistics;

/// <summary>
/// Ordinary least squares by modified Gram-Schmidt with the observations as the last column, which is as stable as
/// Householder's method (Björck 1967). A column that the columns before it make up takes no coefficient.
/// </summary>
/// <param name="Coefficients">By column; null for a column that takes none.</param>
/// <param name="Residual">Sum of squares that is left.</param>
internal sealed record LeastSquares(double?[] Coefficients, double Residual)
{
    // What is left of a column that others make up is rounding: its length against that of the whole column.
    private const double NothingLeft = 1e-10;

    /// <summary>Coefficients found.</summary>
    internal int Rank => Coefficients.Count(c => c is not null);

    /// <param name="columns">Each as long as <paramref name="observed"/>.</param>
    internal static LeastSquares Fit(IReadOnlyList<double[]> columns, double[] observed)
    {
        double[][] rest = [.. columns.Select(c => (double[])c.Clone()), (double[])observed.Clone()];
        var (upper, kept) = (new double[columns.Count, columns.Count + 1], new List<int>());
        for (var k = 0; k < columns.Count; k++)
        {
            var length = Math.Sqrt(Product(rest[k], rest[k]));
            if (!(length > NothingLeft * Math.Sqrt(Product(columns[k], columns[k]))))
                continue;
            kept.Add(k);
            upper[k, k] = length;
            for (var n = 0; n < observed.Length; n++)
                rest[k][n] /= length;
            for (var j = k + 1; j < rest.Length; j++)
                Remove(rest[k], rest[j], upper[k, j] = Product(rest[k], rest[j]));
        }
        return new(Solve(upper, kept, columns.Count), Product(rest[^1], rest[^1]));
    }

    private static void Remove(double[] direction, double[] column, double length)
    {
        for (var n = 0; n < column.Length; n++)
            column[n] -= length * direction[n];
    }

    private static double?[] Solve(double[,] upper, List<int> kept, int columns)
    {
        var coefficients = new double?[columns];
        for (var i = kept.Count - 1; i >= 0; i--)
        {
            var right = upper[kept[i], columns];
            for (var j = i + 1; j < kept.Count; j++)
                right -= upper[kept[i], kept[j]] * coefficients[kept[j]]!.Value;
            coefficients[kept[i]] = right / upper[kept[i], kept[i]];
        }
        return coefficients;
    }

    private static double Product(double[] left, double[] right)
    {
        var sum = 0.0;
        for (var n = 0; n < left.Length; n++)
            sum += left[n] * right[n];
        return sum;
    }
}
