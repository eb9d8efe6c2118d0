using System.Collections.Frozen;
using Indices.Calculation;
using Indices.Calculation.Composite;
using Indices.Methodology;
using Indices.Time;
using TestSupport;
using Xunit;
using static TestSupport.TestIndex;

namespace Indices.Tests.Calculation.Composite;

public sealed class GoalpostTests
{
    private static readonly Normalisation s_rule = new(60, 40, -1, 2);

    [Fact]
    public void Score_BetweenFixedGoalposts_EqualsKnownValuesInEveryRelease()
    {
        var goalposts = Between(Indicator("X", worst: 90, best: 150));
        foreach (var row in WorkedExample.Rows("minmax_rewrite.csv"))
            WorkedExample.Near(
                WorkedExample.Number(row["score_fixed_goalposts_90_150"]),
                goalposts.Score(WorkedExample.Number(row["x"]), s_rule).Score);
    }

    [Theory]
    [InlineData(1000, 140)]
    [InlineData(-1000, 20)]
    public void Score_FarOutside_IsCapped(double x, double expected) =>
        Assert.Equal(expected, Between(Indicator("X")).Score(x, s_rule).Score);

    [Fact]
    public void Score_CappedAtBest_DoesNotRewardOvershoot() =>
        Assert.Equal(100.0, Between(Indicator("X") with { CapAtBest = true }).Score(150, s_rule).Score);

    [Fact]
    public void Score_OfNothingOnALogScale_IsTheFloorOrNone()
    {
        var log = Between(Indicator("X", worst: 10, best: 100) with { Scale = GoalpostScale.Log });
        Assert.Equal(20.0, log.Score(0, s_rule).Score);
        Assert.Null(log.Score(0, s_rule with { GMin = null }).Score);
    }

    [Fact]
    public void OwnBase_IsTheMeanOfTheBaseYear_UntilFrozen()
    {
        var own = Indicator("X") with { Worst = new(null, 0.5), Best = new(null, 1.5) };
        var data = Known(Values("X", "2022Q1", 90, 110, 95, 105, 130));
        var open = Calculate(OfIndicators(own), data, "2023Q1");
        Assert.Equal(50.0, open.Parameters.Find(FrozenParameters.Worst("1.0.0", "X"))!.Value, 1e-9);
        Assert.Equal(150.0, open.Parameters.Find(FrozenParameters.Best("1.0.0", "X"))!.Value, 1e-9);
        Assert.Equal(60 + 40 * 0.8, open.Scores[^1].Score!.Value, 1e-9);

        var frozen = new FrozenParameters(new Dictionary<string, double>
        {
            [FrozenParameters.Worst("1.0.0", "X")] = 30,
            [FrozenParameters.Best("1.0.0", "X")] = 230,
        }.ToFrozenDictionary());
        Assert.Equal(60 + 40 * 0.5, Calculate(OfIndicators(own), data, "2023Q1", frozen).Scores[^1].Score!.Value, 1e-9);
    }

    [Fact]
    public void OwnBase_OfAnIncompleteBaseYear_WarnsAndWithoutAnyGivesNoScore()
    {
        var own = Indicator("X") with { Worst = new(null, 0.5), Best = new(null, 1.5) };
        Assert.Contains("2 periods of the base are missing",
            Assert.Single(Calculate(OfIndicators(own), Known(Values("X", "2022Q1", 90, 110)), "2022Q4").Warnings).English, StringComparison.Ordinal);
        var none = Calculate(OfIndicators(own), Known(Values("X", "2023Q1", 90)), "2023Q1");
        Assert.Equal("no value: X lacks the base period data of its goalposts", none.Values[0].Reason!.English);
    }

    private static Goalposts Between(Indicator indicator) => new(indicator, indicator.Worst.Number, indicator.Best.Number);
}
