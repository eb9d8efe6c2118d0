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

    [Fact]
    public void Score_BetweenTheExtremesOfEachRelease_RewritesThePast()
    {
        // What the methodology argues against: the same formula with moving bounds.
        var scale = new Normalisation(0, 100, null, null);
        foreach (var release in WorkedExample.Rows("minmax_rewrite.csv").GroupBy(r => r["release"]))
        {
            var values = release.Select(r => WorkedExample.Number(r["x"])).ToArray();
            var moving = Between(Indicator("X", worst: values.Min(), best: values.Max()));
            foreach (var row in release)
                WorkedExample.Near(WorkedExample.Number(row["score_rolling_minmax"]), moving.Score(WorkedExample.Number(row["x"]), scale).Score);
        }
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

    [Fact]
    public void CapThatBindsTwiceWithinAYear_AsksForAReviewOfTheGoalposts()
    {
        Assert.Empty(Warnings(Indicator("X"), 40, 40, 40, 40, 210, 50, 50, 50, 50, 220));
        Assert.Contains("review its goalposts", Assert.Single(Warnings(Indicator("X"), 40, 40, 40, 40, 210, 50, 50, 215)).English, StringComparison.Ordinal);
        // A year later it is past.
        Assert.Empty(Warnings(Indicator("X"), 40, 40, 40, 40, 210, 50, 50, 215, 50, 50, 50, 50));
        Assert.Empty(Warnings(Indicator("X") with { CapAtBest = true }, 40, 40, 40, 40, 110, 120, 130, 140));

        static IEnumerable<Warning> Warnings(Indicator indicator, params double?[] values) => Calculate(
            OfIndicators(indicator), Known(Values("X", "2022Q1", values)), Period.OfQuarter(2022, 1).Plus(values.Length - 1).ToString()).Warnings;
    }

    [Fact]
    public void Floor_OnALogScale_IsTheLowerCap() => Assert.Equal(60.0 - 80.0,
        Between(Indicator("X", worst: 10, best: 100) with { Scale = GoalpostScale.Log }).Score(0, s_rule with { GMin = -2 }).Score);

    [Fact]
    public void SameNumbers_AreBothTheSame()
    {
        var (indicator, goalposts) = (Indicator("X"), Between(Indicator("X")));
        Assert.True(goalposts.HasSameNumbers(new(indicator, 0, 100)));
        Assert.False(goalposts.HasSameNumbers(new(indicator, 1, 100)));
        Assert.False(goalposts.HasSameNumbers(new(indicator, 0, 99)));
    }

    private static Goalposts Between(Indicator indicator) => new(indicator, indicator.Worst.Number, indicator.Best.Number);
}
