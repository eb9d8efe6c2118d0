using CsCheck;
using TestSupport;
using Xunit;

namespace Indices.Tests.Calculation.Prices.Disclosure.Attack;

public class BoundedProgramTests
{
    private static readonly Gen<double[]> s_form = Gen.Int[1, 1000].Select(Gen.Bool, (x, isNegative) => (isNegative ? -x : x) / 1000.0).Array[8];

    [Fact]
    public void OneSumHeldStill_LeavesWhatTheOthersCanMakeUpFor() =>
        Assert.Equal(1 / 3.0, new BoundedProgram([1, 1], [([0.75, 0.25], 0, 0)]).Maximum([1, 0]), 1e-12);

    [Fact]
    public void NoSums_LeaveEveryLimit() => Assert.Equal(7, new BoundedProgram([1, 2], []).Maximum([3, -2]), 1e-12);

    [Fact]
    public void SumInAnInterval_MayUseAllOfIt() => Assert.Equal(0.5, new BoundedProgram([1, 1], [([1, 1], -0.2, 0.5)]).Maximum([1, 1]), 1e-12);

    // Strong duality: no prices of the sums make a smaller bound, and the best one is reached.
    [Fact]
    public void HeldSums_ReachTheBoundOfTheBestDualFound() => Gen.Select(s_form, s_form, s_form).Sample((target, one, two) =>
    {
        double Bound(double x, double y) => target.Select((t, i) => Math.Abs(t - x * one[i] - y * two[i])).Sum();
        // The bound is piecewise linear in the two prices: it is smallest where two of its terms vanish.
        var best = (from i in Enumerable.Range(0, 8)
                    from j in Enumerable.Range(0, i)
                    let det = one[i] * two[j] - one[j] * two[i]
                    where Math.Abs(det) > 1e-9
                    select Bound((target[i] * two[j] - target[j] * two[i]) / det, (one[i] * target[j] - one[j] * target[i]) / det)).Min();

        Assert.Equal(best, new BoundedProgram([1, 1, 1, 1, 1, 1, 1, 1], [(one, 0, 0), (two, 0, 0)]).Maximum(target), 1e-6);
    }, iter: 500);
}
