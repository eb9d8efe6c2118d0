namespace Indices.Calculation.Lab.Aggregations;

/// <summary>Pairwise comparison of units, for non-compensatory aggregation (OECD/JRC Handbook, 2008, step 7.3; Munda, 2008).</summary>
public static class Outranking
{
    // Exact halves arise from sums of weights in every order; another order must not decide a tie.
    private const double Tolerance = 1e-12;

    /// <summary>
    /// Share of weight on which the row's unit is better than the column's, ties counting half; the diagonal is 0. Only
    /// indicators that both units have are compared, with renormalised weights; a pair without any is NaN.
    /// </summary>
    /// <param name="columns">One for each indicator, more being better, with one value for each unit.</param>
    /// <param name="weights">Relative, one for each indicator.</param>
    public static double[,] Matrix(IReadOnlyList<double[]> columns, ReadOnlySpan<double> weights)
    {
        var units = columns[0].Length;
        var matrix = new double[units, units];
        for (var a = 0; a < units; a++)
            for (var b = a + 1; b < units; b++)
            {
                matrix[a, b] = Share(columns, weights, a, b);
                matrix[b, a] = 1.0 - matrix[a, b];
            }
        return matrix;
    }

    /// <summary>Copeland's score: the units that a unit outranks less those that outrank it.</summary>
    public static double[] Copeland(IReadOnlyList<double[]> columns, ReadOnlySpan<double> weights)
    {
        var matrix = Matrix(columns, weights);
        var scores = new double[matrix.GetLength(0)];
        for (var a = 0; a < scores.Length; a++)
            for (var b = 0; b < scores.Length; b++)
                if (a != b && Math.Abs(matrix[a, b] - 0.5) > Tolerance)
                    scores[a] += Math.Sign(matrix[a, b] - 0.5);
        return scores;
    }

    private static double Share(IReadOnlyList<double[]> columns, ReadOnlySpan<double> weights, int a, int b)
    {
        var (better, all) = (0.0, 0.0);
        for (var j = 0; j < columns.Count; j++)
        {
            var (first, second) = (columns[j][a], columns[j][b]);
            if (double.IsNaN(first) || double.IsNaN(second))
                continue;
            better += first > second ? weights[j] : first == second ? weights[j] / 2.0 : 0.0;
            all += weights[j];
        }
        return better / all;
    }
}
