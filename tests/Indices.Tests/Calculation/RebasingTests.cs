using Indices.Calculation;
using Indices.Calculation.Uncertainty;
using Indices.Time;
using TestSupport;
using Xunit;
using static TestSupport.TestIndex;

namespace Indices.Tests.Calculation;

public sealed class RebasingTests
{
    private static readonly Period s_quarter = Period.OfQuarter(2023, 1);

    [Fact]
    public void Factor_OfOnePeriodOfTheIndex_BringsThatPeriodToTheValue()
    {
        var result = Result();
        Assert.Equal(50.0, result.Times(Rebasing.Factor(result, s_quarter, 50.0)!.Value).Values[^2].Value!.Value, 1e-12);
        Assert.Null(Rebasing.Factor(result, Period.OfMonth(2023, 1)));
    }

    [Fact]
    public void Times_MultipliesIndexPoints_AndLeavesScores()
    {
        var (result, twice) = (Result(), Result().Times(2.0));
        Assert.Equal(2.0 * result.Values[^2].Value, twice.Values[^2].Value);
        Assert.Equal(result.Values[^1].Value, twice.Values[^1].Value);
        Assert.Equal(2.0 * result.Computed[^1].Factor, twice.Computed[^1].Factor);
        Assert.Equal(2.0 * result.Computed[^1].Index, twice.Computed[^1].Index);
        Assert.NotEqual(0.0, result.Contributions[^1].Points);
        Assert.Equal(2.0 * result.Contributions[^1].Points, twice.Contributions[^1].Points);
    }

    [Fact]
    public void Times_OfAnExplanation_MultipliesEveryPoint()
    {
        var twice = new ChangeExplanation("TEST", City, s_quarter, s_quarter.Plus(1), 100, 103, [new("P", "X", ChangeCause.NewData, 3)]).Times(2.0);
        Assert.Equal((200.0, 206.0, 6.0), (twice.Before, twice.After, Assert.Single(twice.Items).Points));
    }

    [Fact]
    public void Times_OfUncertainty_MultipliesDistributionsAndSquaresForVariances()
    {
        var spread = new UncertaintySpread(new(100, 3, 95, 101, 106), new(1, 2, -4, 5, 7), 0.6);
        var twice = new UncertaintyResult(
            s_quarter, s_quarter.Plus(-1), "1.0.0", 1, 10, 20, spread, spread, null, [new(UncertainOutput.Index, 3, [])]).Times(2.0);
        var expected = new UncertaintySpread(new(200, 6, 190, 202, 212), new(2, 4, -8, 10, 14), 0.6);
        Assert.Equal((expected, expected, null), (twice.All, twice.Published, twice.Matched));
        Assert.Equal(12.0, Assert.Single(twice.Sensitivity).Variance);
    }

    private static IndexResult Result() => Calculate(OfIndicators(Indicator("X")), Known(Values("X", "2022Q1", 40, 40, 40, 40, 60)), "2023Q1");
}
