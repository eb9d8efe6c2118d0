namespace Indices.Calculation.Lab.Diagnostics;

/// <summary>
/// Local linear regression on one variable with a normal kernel (Bowman and Azzalini, 1997): the fitted values are a fixed matrix
/// times the values to fit, so that one matrix serves every index that is tried against the same variable.
/// </summary>
internal sealed class LocalLinear
{
    // Bandwidths tried, as shares of the variable's range: from a few neighbours to nearly a straight line.
    private static readonly double[] s_shares = [0.05, 0.075, 0.1, 0.15, 0.2, 0.3, 0.4, 0.6, 0.8, 1.2];

    private readonly double[][] _rows;

    private LocalLinear(double[][] rows) => _rows = rows;

    /// <summary>The smoother whose leave-one-out prediction of <paramref name="y"/> errs least; null when the variable is constant.</summary>
    internal static LocalLinear? For(double[] x, double[] y)
    {
        var (low, high) = Extent.Of(x);
        if (!(high > low))
            return null;
        var tried = s_shares.Select(share => new LocalLinear(Rows(x, share * (high - low)))).ToList();
        return tried.MinBy(smoother => smoother.LeaveOneOutError(y));
    }

    internal double[] Fit(double[] y)
    {
        var fitted = new double[y.Length];
        for (var i = 0; i < y.Length; i++)
            for (var j = 0; j < y.Length; j++)
                fitted[i] += _rows[i][j] * y[j];
        return fitted;
    }

    private double LeaveOneOutError(double[] y)
    {
        var (fitted, sum) = (Fit(y), 0.0);
        for (var i = 0; i < y.Length; i++)
        {
            // A point that only explains itself says nothing about the bandwidth, and must not win by it.
            var residual = (y[i] - fitted[i]) / Math.Max(1.0 - _rows[i][i], 1e-3);
            sum += residual * residual;
        }
        return sum;
    }

    private static double[][] Rows(double[] x, double bandwidth)
    {
        var rows = new double[x.Length][];
        for (var i = 0; i < x.Length; i++)
            rows[i] = Row(x, x[i], bandwidth);
        return rows;
    }

    /// <summary>Weights of the observations in the line fitted around one point.</summary>
    private static double[] Row(double[] x, double at, double bandwidth)
    {
        var (kernel, s0, s1, s2) = (new double[x.Length], 0.0, 0.0, 0.0);
        for (var j = 0; j < x.Length; j++)
        {
            var d = (x[j] - at) / bandwidth;
            kernel[j] = Math.Exp(-0.5 * d * d);
            (s0, s1, s2) = (s0 + kernel[j], s1 + kernel[j] * d, s2 + kernel[j] * d * d);
        }
        // Where all the weight is on one value no line can be fitted, only a mean.
        var (determinant, isLine) = (s0 * s2 - s1 * s1, s0 * s2 - s1 * s1 > 1e-9 * s0 * s0);
        for (var j = 0; j < x.Length; j++)
            kernel[j] = isLine ? kernel[j] * (s2 - s1 * ((x[j] - at) / bandwidth)) / determinant : kernel[j] / s0;
        return kernel;
    }
}
