using Indices.Calculation;
using Indices.Methodology;
using Indices.Time;
using TestSupport;
using Xunit;

namespace Indices.Tests.Calculation.Districts;

public sealed class CommonGoalpostsTests
{
    [Theory]
    // From 10 to 30: 10 − 5 and 30 + 5.
    [InlineData(GoalpostScale.Linear, Direction.Positive, 5.0, 35.0)]
    [InlineData(GoalpostScale.Linear, Direction.Negative, 35.0, 5.0)]
    // Of the logarithms: 10 / 3^¼ and 30 · 3^¼.
    [InlineData(GoalpostScale.Log, Direction.Positive, 7.59835685651592547, 39.482220388574776)]
    [InlineData(GoalpostScale.Log, Direction.Negative, 39.482220388574776, 7.59835685651592547)]
    public void Goalposts_AreTheExtremesWidenedByAQuarterOfTheRange(GoalpostScale scale, Direction direction, double worst, double best)
    {
        var world = DistrictWorld.Of(["A", "B", "C"], ("I", "A", 2022, 30), ("I", "B", 2022, 10), ("I", "C", 2022, 12), ("I", "C", 2023, 90));
        var version = world.Version with
        {
            Root = TestIndex.Group("TEST", "1", Aggregation.Arithmetic, DistrictWorld.Available(TestIndex.Indicator("I")) with { Scale = scale, Direction = direction }),
        };

        var goalposts = (world with { Version = version }).Calculate(2023).Goalposts;

        Assert.Equal(worst, goalposts.Find(FrozenParameters.Worst("1.0.0", "I"))!.Value, 1e-13 * worst);
        Assert.Equal(best, goalposts.Find(FrozenParameters.Best("1.0.0", "I"))!.Value, 1e-13 * best);
    }

    [Fact]
    public void Goalposts_OnALogScale_RestOnPositiveValuesAlone()
    {
        var world = DistrictWorld.Of(["A", "B", "C"], ("I", "A", 2022, 1), ("I", "B", 2022, 16), ("I", "C", 2022, 0));
        var version = world.Version with
        {
            Root = TestIndex.Group("TEST", "1", Aggregation.Arithmetic, DistrictWorld.Available(TestIndex.Indicator("I")) with { Scale = GoalpostScale.Log }),
        };

        var result = (world with { Version = version }).Calculate(2022);

        Assert.Equal(0.5, result.Goalposts.Find(FrozenParameters.Worst("1.0.0", "I"))!.Value, 1e-14);
        Assert.Equal(32.0, result.Goalposts.Find(FrozenParameters.Best("1.0.0", "I"))!.Value, 1e-12);
        // Zero has the floor.
        Assert.Equal(20.0, result.Standings.Single(s => s.Area == "C").Score);
        Assert.Contains("1 areas have no value", Assert.Single(result.Warnings).English, StringComparison.Ordinal);
    }

    [Fact]
    public void Goalposts_OverSeveralPeriodsOfTheEdition_TakeInAllOfThem()
    {
        var world = DistrictWorld.Of(["A", "B"], ("I", "A", 2022, 10), ("I", "B", 2022, 30));
        var early = DistrictWorld.Observed("I", "A", 2022, 6);
        var quarterly = world.Version with { District = DistrictWorld.Rule with { Frequency = Frequency.Quarterly } };

        var result = Indices.Calculation.IndexCalculator.CalculateDistricts(
            (world with { Version = quarterly, Observations = [.. world.Observations, early with { Period = Period.Parse("2022-Q1") }] })
                .Inputs(2022) with { Last = Period.Parse("2022-Q4") });

        Assert.Equal(0.0, result.Goalposts.Find(FrozenParameters.Worst("1.0.0", "I")));
        Assert.Equal(36.0, result.Goalposts.Find(FrozenParameters.Best("1.0.0", "I")));
    }

    [Theory]
    [InlineData(10.0)]
    [InlineData(null)]
    public void Goalposts_WithoutTwoDifferentValues_ScoreNothing(double? other)
    {
        var result = DistrictWorld.Of(["A", "B"], ("I", "A", 2022, 10), ("I", "B", 2022, other), ("I", "B", 2023, 12)).Calculate(2023);

        Assert.Empty(result.Goalposts.Values);
        Assert.All(result.Standings, s => Assert.Null(s.Score));
        Assert.Contains("no two different values", Assert.Single(result.Warnings).English, StringComparison.Ordinal);
    }
}
