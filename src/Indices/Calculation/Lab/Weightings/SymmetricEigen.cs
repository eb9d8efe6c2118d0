namespace Indices.Calculation.Lab.Weightings;

/// <summary>
/// Eigenvalues and eigenvectors of a symmetric matrix by Jacobi's rotations in fixed order: plain additions, products and square
/// roots, so every machine gives the same digits.
/// </summary>
/// <param name="Values">Greatest first.</param>
/// <param name="Vectors">One for each value, of unit length, turned so that the sum of its elements is not negative.</param>
internal sealed record SymmetricEigen(double[] Values, double[][] Vectors)
{
    private const int Sweeps = 60;

    internal static SymmetricEigen Of(double[,] matrix)
    {
        var n = matrix.GetLength(0);
        var (a, v) = ((double[,])matrix.Clone(), new double[n, n]);
        for (var i = 0; i < n; i++)
            v[i, i] = 1.0;
        for (var sweep = 0; sweep < Sweeps && OffDiagonal(a) > 0.0; sweep++)
            for (var p = 0; p < n; p++)
                for (var q = p + 1; q < n; q++)
                    Rotate(a, v, p, q);
        var order = Enumerable.Range(0, n).OrderByDescending(i => a[i, i]).ToArray();
        return new([.. order.Select(i => a[i, i])], [.. order.Select(i => Turned([.. Enumerable.Range(0, n).Select(k => v[k, i])]))]);
    }

    private static double OffDiagonal(double[,] a)
    {
        var sum = 0.0;
        for (var i = 0; i < a.GetLength(0); i++)
            for (var j = 0; j < i; j++)
                sum += a[i, j] * a[i, j];
        return sum;
    }

    /// <summary>Turns the plane of p and q so that their element vanishes (Golub and Van Loan, section 8.5).</summary>
    private static void Rotate(double[,] a, double[,] v, int p, int q)
    {
        // Below this the element no longer changes a digit of its row and column.
        if (Math.Abs(a[p, q]) <= 1e-300 || Math.Abs(a[p, q]) < 1e-17 * Math.Sqrt(Math.Abs(a[p, p] * a[q, q])))
        {
            a[p, q] = a[q, p] = 0.0;
            return;
        }
        var theta = (a[q, q] - a[p, p]) / (2.0 * a[p, q]);
        var t = (theta >= 0.0 ? 1.0 : -1.0) / (Math.Abs(theta) + Math.Sqrt(theta * theta + 1.0));
        var c = 1.0 / Math.Sqrt(t * t + 1.0);
        var s = t * c;
        for (var k = 0; k < a.GetLength(0); k++)
            (a[k, p], a[k, q]) = (c * a[k, p] - s * a[k, q], s * a[k, p] + c * a[k, q]);
        for (var k = 0; k < a.GetLength(0); k++)
            (a[p, k], a[q, k]) = (c * a[p, k] - s * a[q, k], s * a[p, k] + c * a[q, k]);
        for (var k = 0; k < a.GetLength(0); k++)
            (v[k, p], v[k, q]) = (c * v[k, p] - s * v[k, q], s * v[k, p] + c * v[k, q]);
    }

    private static double[] Turned(double[] vector) => vector.Sum() < 0.0 ? [.. vector.Select(x => -x)] : vector;
}
