using Indices.Calculation.Targets;
using Indices.Methodology;
using Indices.Time;
using Xunit;
using static Indices.Tests.Calculation.ExampleTable;
using static Indices.Tests.Calculation.Targets.TargetBuilder;

namespace Indices.Tests.Calculation.Targets;

public class RequiredLineTests
{
    private const double End2023 = 2023;

    private static RequiredLine Line(PolicyTarget target) => new(target, target.Goal, 2025, target.Baseline.Value);

    [Theory]
    [InlineData(0)]
    [InlineData(-5)]
    public void Level_BaselineNotPositive_HasNoPathAndSaysSoInBothLanguages(double baseline)
    {
        var result = Evaluate(Target(TargetKind.Level, 3000, baseline: baseline), "2024-02-01", Value("2023", 2500));

        Assert.Equal((null, TargetStatus.NoData), (result.PathValue, result.Status));
        var note = Assert.Single(result.Notes);
        Assert.Equal(("数据不足：基期值（2022）须为正数", "the baseline of 2022 must be positive"), (note.Chinese, note.English));
    }

    [Theory]
    [InlineData(TargetKind.CountSmall, Comparison.AtLeast, 1, 4, 2)]
    [InlineData(TargetKind.Rank, Comparison.AtMost, 5, 2, 4)]
    public void WholeNumbers_OnThePathExactly_AreNotPushedToTheNext(TargetKind kind, Comparison comparison, double baseline, double goal, double path) =>
        Assert.Equal(path, Line(Target(kind, goal, comparison, "个", baseline: baseline)).At(End2023));

    [Theory]
    [InlineData(TargetKind.CountSmall, Comparison.AtLeast, 1, 4, 0.5, 2)]
    [InlineData(TargetKind.Rank, Comparison.AtMost, 5, 2, 0.5, 4)]
    public void WholeNumbers_BetweenTwo_AskForTheEasier(TargetKind kind, Comparison comparison, double baseline, double goal, double after, double path) =>
        Assert.Equal(path, Line(Target(kind, goal, comparison, "个", baseline: baseline)).At(End2023 + after));

    [Fact]
    public void Baseline_GivenByTheOffice_WinsOverTheSeries()
    {
        var result = Evaluate(Target(TargetKind.Count, 400, unit: "家", baseline: 300), "2024-02-01", Value("2022", 290), Value("2023", 330));

        Assert.Equal(300, result.Baseline);
        Near(100 * 30 / 100.0, result.ProgressPercent, "progress");
    }

    [Fact]
    public void Ratio_LessIsBetterAndNothingIsLeft_IsNone() =>
        Assert.Null(Line(Target(TargetKind.Level, 3, Comparison.AtMost, baseline: 5)).Ratio(0, 4));

    [Theory]
    [InlineData(29, 75)]
    [InlineData(31, 75)]
    [InlineData(20, 0)]
    [InlineData(30, 100)]
    public void Progress_OfABand_IsHowMuchOfTheDistanceIsClosed(double value, double progress) =>
        Near(progress, Line(Target(TargetKind.Around, 30, Comparison.Around, "%", baseline: 26)).Progress(value), "progress");

    [Theory]
    [InlineData(Comparison.AtLeast, 100, 200, 250, 150.0)]
    [InlineData(Comparison.AtLeast, 200, 100, 150, null)]
    [InlineData(Comparison.AtMost, 200, 100, 175, 25.0)]
    [InlineData(Comparison.AtMost, 100, 200, 150, null)]
    [InlineData(Comparison.AtLeast, 200, 200, 250, null)]
    public void Progress_OfALine_IsItsShareAndNoneWhereThereIsNoWayToGo(
        Comparison comparison, double baseline, double goal, double value, double? progress) =>
        Assert.Equal(progress, Line(Target(TargetKind.Count, goal, comparison, baseline: baseline)).Progress(value));

    [Theory]
    [InlineData(1600.0, 2)]
    [InlineData(2500.0, 1)]
    public void Pace_OfALevel_IsTheYearlyGrowthOverTheYearsLeft(double value, int left)
    {
        var result = Evaluate(Target(TargetKind.Level, 3000, baseline: 1500), $"{2026 - left}-02-01", Value($"{2025 - left}", value));

        Near(100 * (Math.Pow(3000 / value, 1.0 / left) - 1), result.RequiredAnnualGrowthPercent, "pace");
        Assert.Null(result.RequiredPerYear);
    }

    [Theory]
    [InlineData("2023", 0)]
    [InlineData("2023", -3)]
    [InlineData("2025", 2500)]
    public void Pace_FromNothingOrWithNoTimeLeft_IsNone(string period, double value) =>
        Assert.Null(Evaluate(Target(TargetKind.Level, 3000, baseline: 1500), "2026-02-01", Value(period, value)).RequiredAnnualGrowthPercent);

    [Fact]
    public void Pace_OfACountWithNoTimeLeft_IsNone() =>
        Assert.Null(Evaluate(Target(TargetKind.Count, 400, baseline: 300), "2026-02-01", Value("2025", 390)).RequiredPerYear);
}
