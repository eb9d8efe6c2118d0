namespace Indices.Calculation.Prices.Formulas;

/// <summary>Small dense systems of linear equations.</summary>
internal static class LinearSystem
{
    // A pivot this small against the largest coefficient is rounding, not an equation.
    private const double NoPivot = 1e-12;

    /// <summary>Solves A x = b for a matrix that leaves one unknown free: the first unknown is given, and the first equation, which follows from the others, is left out.</summary>
    /// <returns>Null when more than one unknown is free.</returns>
    internal static double[]? PinFirst(double value, double[][] a, double[] b)
    {
        var rest = a[1..].Select(row => row[1..]).ToArray();
        var right = a[1..].Select((row, i) => b[i + 1] - row[0] * value).ToArray();
        return Solve(rest, right) is { } x ? [value, .. x] : null;
    }

    /// <summary>Gaussian elimination with partial pivoting; the arguments are used up.</summary>
    private static double[]? Solve(double[][] a, double[] b)
    {
        var largest = a.SelectMany(row => row).Select(Math.Abs).DefaultIfEmpty(0.0).Max();
        for (var k = 0; k < b.Length; k++)
        {
            var pivot = Enumerable.Range(k, b.Length - k).MaxBy(i => Math.Abs(a[i][k]));
            if (!(Math.Abs(a[pivot][k]) > NoPivot * largest))
                return null;
            (a[k], a[pivot], b[k], b[pivot]) = (a[pivot], a[k], b[pivot], b[k]);
            for (var i = k + 1; i < b.Length; i++)
                Subtract(a, b, i, k);
        }
        for (var k = b.Length - 1; k >= 0; k--)
        {
            for (var j = k + 1; j < b.Length; j++)
                b[k] -= a[k][j] * b[j];
            b[k] /= a[k][k];
        }
        return b;
    }

    private static void Subtract(double[][] a, double[] b, int i, int k)
    {
        var factor = a[i][k] / a[k][k];
        for (var j = k; j < b.Length; j++)
            a[i][j] -= factor * a[k][j];
        b[i] -= factor * b[k];
    }
}
