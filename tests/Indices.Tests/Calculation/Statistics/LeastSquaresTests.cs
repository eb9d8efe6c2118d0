using CsCheck;
using Indices.Calculation.Statistics;
using Xunit;

namespace Indices.Tests.Calculation.Statistics;

public class LeastSquaresTests
{
    [Fact]
    public void Fit_AnyData_LeavesAResidualAtRightAnglesToEveryColumn() =>
        Gen.Select(Gen.Double[-3, 3].Array[12].Array[4], Gen.Double[-3, 3].Array[12]).Sample((columns, observed) =>
        {
            var fit = LeastSquares.Fit(columns, observed);
            var left = observed.Select((y, n) => y - columns.Select((c, k) => c[n] * fit.Coefficients[k]!.Value).Sum()).ToArray();
            Assert.All(columns, c => Assert.Equal(0, c.Zip(left, (x, r) => x * r).Sum(), 1e-10));
            Assert.Equal(left.Sum(r => r * r), fit.Residual, 1e-10);
            Assert.Equal(4, fit.Rank);
        }, iter: 200);

    [Fact]
    public void Fit_AColumnThatOthersMakeUp_TakesNoneAndChangesNothing()
    {
        double[] one = [1, 1, 1, 1], rise = [0, 1, 2, 3], both = [2, 3, 4, 5];
        double[] observed = [1, 3, 4, 8];

        var fit = LeastSquares.Fit([one, rise, both], observed);

        Assert.Equal([null], fit.Coefficients.Skip(2));
        Assert.Equal(LeastSquares.Fit([one, rise], observed).Coefficients, fit.Coefficients.Take(2));
        Assert.Equal(2, fit.Rank);
        Assert.Equal([null, 1], LeastSquares.Fit([[0, 0], [1, 2]], [1, 2]).Coefficients.Select(c => c is { } v ? Math.Round(v, 14) : c));
    }

    /// <summary>Anscombe's first quartet: intercept 3.0000909, slope 0.5000909, residual 13.76269 (Anscombe 1973).</summary>
    [Fact]
    public void Fit_Anscombe_GivesThePublishedLine()
    {
        double[] x = [10, 8, 13, 9, 11, 14, 6, 4, 12, 7, 5];
        double[] y = [8.04, 6.95, 7.58, 8.81, 8.33, 9.96, 7.24, 4.26, 10.84, 4.82, 5.68];

        var fit = LeastSquares.Fit([[.. x.Select(_ => 1.0)], x], y);

        Assert.Equal(3.0000909, fit.Coefficients[0]!.Value, 1e-7);
        Assert.Equal(0.5000909, fit.Coefficients[1]!.Value, 1e-7);
        Assert.Equal(13.76269, fit.Residual, 1e-5);
    }
}
