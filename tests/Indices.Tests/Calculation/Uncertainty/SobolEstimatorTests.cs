using Indices.Calculation.Uncertainty;
using Xunit;

namespace Indices.Tests.Calculation.Uncertainty;

public sealed class SobolEstimatorTests
{
    private const int Inputs = 3;
    private const int RunsPerPoint = 2 * Inputs + 2;
    private const int Points = 1024;

    private static readonly double[] s_outputs =
        [.. ExampleTable.Read("sobol_ishigami_N1024_Y.csv").Select(row => row.Number("y"))];

    private static readonly List<Dictionary<string, string>> s_known = ExampleTable.Read("sobol_ishigami_N1024_indices.csv");

    private static double[] A => Runs(0);

    private static double[] B => Runs(RunsPerPoint - 1);

    [Fact]
    public void Ishigami_CentredByAllRuns_IsWhatThePeerComputes()
    {
        // The peer standardises by all its runs first, and takes the variance of f(A) and f(B) over n.
        var withSecondOrder = s_outputs.Average();
        var withoutSecondOrder = s_outputs.Where((_, run) => run % RunsPerPoint is not (4 or 5 or 6)).Average();
        var variance = SobolEstimator.Pooled(A, B).Variance * (2 * Points - 1) / (2 * Points);
        for (var input = 0; input < Inputs; input++)
        {
            var (a, b, ab, known) = (A, B, Runs(1 + input), s_known[input]);
            var full = SobolEstimator.Estimate(a, b, ab, withSecondOrder, variance);
            Assert.Equal(known.Number("S1_salib"), full.FirstOrder, 1e-10);
            Assert.Equal(known.Number("ST_salib"), full.Total, 1e-10);
            var firstOrderOnly = SobolEstimator.Estimate(a, b, ab, withoutSecondOrder, variance);
            Assert.Equal(known.Number("S1_salib_no2nd"), firstOrderOnly.FirstOrder, 1e-10);
            Assert.Equal(known.Number("ST_salib_no2nd"), firstOrderOnly.Total, 1e-10);
        }
    }

    [Fact]
    public void Ishigami_WithItsOwnCentre_ComesNearTheAnalyticIndices()
    {
        for (var input = 0; input < Inputs; input++)
        {
            var found = SobolEstimator.Estimate(A, B, Runs(1 + input));
            Assert.Equal(s_known[input].Number("S1_analytic"), found.FirstOrder, 0.02);
            Assert.Equal(s_known[input].Number("ST_analytic"), found.Total, 0.002);
        }
    }

    [Fact]
    public void Bootstrap_OverRows_SumsEveryResampleInItsOwnOrder()
    {
        const int resamples = 11;
        var (a, b, ab) = (A, B, Runs(1));
        var found = new SobolBootstrap(Points).Estimates(a, b, ab, seed: 42, resamples);
        var random = new SplitMix64(42);
        for (var resample = 0; resample < resamples; resample++)
        {
            var rows = Enumerable.Range(0, Points).Select(_ => (int)(random.NextUniform() * Points)).ToArray();
            var expected = SobolEstimator.Estimate(Pick(a, rows), Pick(b, rows), Pick(ab, rows));
            Assert.Equal(expected.FirstOrder, found.FirstOrder[resample]);
            Assert.Equal(expected.Total, found.Total[resample]);
        }
    }

    [Fact]
    public void Bootstrap_OfAnInputThatMovesNothing_HasNoShareAnywhere()
    {
        var (first, total) = new SobolBootstrap(Points).Estimates(A, B, A, seed: 42, resamples: 3);
        Assert.All(first.Concat(total), share => Assert.Equal(0.0, share));
    }

    [Fact]
    public void Outputs_ThatDoNotVary_HaveNoShares()
    {
        var constant = Enumerable.Repeat(5.0, 8).ToArray();
        Assert.True(double.IsNaN(SobolEstimator.Estimate(constant, constant, constant).FirstOrder));
    }

    [Fact]
    public void Outputs_OfDifferentLength_AreRefused()
    {
        Assert.Throws<ArgumentException>(() => SobolEstimator.Estimate([1.0, 2.0], [1.0, 2.0], [1.0]));
        Assert.Throws<ArgumentException>(() => SobolEstimator.Estimate([], [], []));
    }

    private static double[] Runs(int place) => [.. Enumerable.Range(0, Points).Select(point => s_outputs[point * RunsPerPoint + place])];

    private static double[] Pick(double[] values, int[] rows) => [.. rows.Select(row => values[row])];
}
