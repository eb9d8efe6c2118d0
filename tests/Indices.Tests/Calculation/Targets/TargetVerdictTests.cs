using Indices.Calculation.Targets;
using Indices.Methodology;
using Indices.Observations;
using Indices.Time;
using Xunit;
using static Indices.Tests.Calculation.Targets.TargetBuilder;

namespace Indices.Tests.Calculation.Targets;

/// <summary>What the words of a document include, and when a verdict is final.</summary>
public class TargetVerdictTests
{
    private const string After = "2026-04-01";

    private static PolicyTarget Exceed(double goal, double? minimumPass = null) =>
        Target(minimumPass is null ? TargetKind.Level : TargetKind.Count, goal, Comparison.GreaterThan, baseline: 2000, minimumPass: minimumPass);

    [Theory]
    [InlineData(3000, FinalVerdict.NotAchieved, TargetStatus.Behind)]
    [InlineData(3000.1, FinalVerdict.Achieved, TargetStatus.Met)]
    [InlineData(2700, FinalVerdict.NotAchieved, TargetStatus.Behind)]
    [InlineData(2699, FinalVerdict.NotAchieved, TargetStatus.FarBehind)]
    public void Verdict_Exceed3000_ExcludesTheNumber(double value, FinalVerdict verdict, TargetStatus status)
    {
        var result = Evaluate(Exceed(3000), After, Value("2025", value));

        Assert.Equal((verdict, status), (result.Verdict, result.Status));
    }

    [Theory]
    [InlineData(3000, FinalVerdict.NotAchieved)]
    [InlineData(3001, FinalVerdict.Achieved)]
    public void Verdict_MoreThan3000Institutions_PassesAt3001(double value, FinalVerdict verdict)
    {
        var result = Evaluate(Exceed(3000, 3001), After, Value("2025", value));

        Assert.Equal(verdict, result.Verdict);
        Assert.Equal(3001, result.Goal);
    }

    [Theory]
    [InlineData(19999.9, FinalVerdict.NotAchieved)]
    [InlineData(20000, FinalVerdict.Achieved)]
    public void Verdict_AtLeast_IncludesTheNumber(double value, FinalVerdict verdict) =>
        Assert.Equal(verdict, Evaluate(Target(TargetKind.Level, 20000, baseline: 12000), After, Value("2025", value)).Verdict);

    [Theory]
    [InlineData(27.9, FinalVerdict.NotAchieved, TargetStatus.Behind)]
    [InlineData(28.0, FinalVerdict.Achieved, TargetStatus.Met)]
    [InlineData(32.0, FinalVerdict.Achieved, TargetStatus.Met)]
    [InlineData(32.1, FinalVerdict.NotAchieved, TargetStatus.Behind)]
    [InlineData(25.9, FinalVerdict.NotAchieved, TargetStatus.FarBehind)]
    public void Verdict_Around30_IsABandOfTwoPoints(double value, FinalVerdict verdict, TargetStatus status)
    {
        var target = Target(TargetKind.Around, 30, Comparison.Around, "%", isStock: false, baseline: 26);

        var result = Evaluate(target, After, Value("2025", value));

        Assert.Equal((verdict, status), (result.Verdict, result.Status));
    }

    [Theory]
    [InlineData(20.0, 20.0, 20.0, FinalVerdict.Achieved, TargetStatus.Met, 3)]
    [InlineData(30.0, 19.9, 30.0, FinalVerdict.NotAchieved, TargetStatus.Behind, 2)]
    [InlineData(5.0, 5.0, 5.0, FinalVerdict.NotAchieved, TargetStatus.FarBehind, 0)]
    public void Verdict_GrowthOf20OrMore_NeedsEveryYear(double first, double second, double third, FinalVerdict verdict, TargetStatus status, int met)
    {
        var result = Evaluate(Target(TargetKind.Growth, 20, unit: "%"), After,
            Value("2023-Q4", first, Measures.YearOnYear), Value("2024-Q4", second, Measures.YearOnYear), Value("2025-Q4", third, Measures.YearOnYear));

        Assert.Equal((verdict, status), (result.Verdict, result.Status));
        Assert.Equal(met, result.YearsMet);
        Assert.Null(result.RequiredAnnualGrowthPercent);
    }

    [Fact]
    public void Verdict_GrowthComputedFromLevels_PassesAtTheNumberInSpiteOfBinaryFractions()
    {
        var target = Target(TargetKind.Growth, 15, unit: "%", isStock: false);

        var result = Evaluate(target, After, Value("2022", 100), Value("2023", 115), Value("2024", 132.25), Value("2025", 152.0875));

        Assert.Equal(FinalVerdict.Achieved, result.Verdict);
        Assert.Equal(ObservationStatus.E, result.CurrentStatus);
    }

    [Fact]
    public void Verdict_DeadlineNotPassed_IsNoneAndAStockMustHold()
    {
        var result = Evaluate(Exceed(3000, 3001), "2025-10-01", Value("2022", 2000), Value("2024", 3100));

        Assert.Null(result.Verdict);
        Assert.Equal(TargetStatus.OnTrack, result.Status);
        Assert.Equal("已达到目标值，必须保持到期末（2025-12-31）", Assert.Single(result.Notes).Chinese);
    }

    [Fact]
    public void Verdict_OnTheDeadlineItself_IsNone() =>
        Assert.Null(Evaluate(Exceed(3000), "2025-12-31", Value("2025", 3100)).Verdict);

    [Fact]
    public void Verdict_ProvisionalFigure_AwaitsTheFinalOne()
    {
        var result = Evaluate(Exceed(3000), After, Value("2025", 3100, status: ObservationStatus.P));

        Assert.Null(result.Verdict);
        Assert.Equal(TargetStatus.OnTrack, result.Status);
        Assert.Contains("初步数", Assert.Single(result.Notes).Chinese, StringComparison.Ordinal);
    }

    [Fact]
    public void Verdict_ProvisionalPartOfTheFinalYear_AwaitsTheFinalOne()
    {
        var target = Target(TargetKind.Level, 100, isStock: false, frequency: Frequency.Quarterly, baseline: 50);

        var result = Evaluate(target, After, Enumerable.Range(1, 4)
            .Select(q => Value($"2025-Q{q}", 30, status: q == 4 ? ObservationStatus.P : ObservationStatus.A)));

        Assert.Equal(120, result.Current);
        Assert.Null(result.Verdict);
    }

    [Fact]
    public void Verdict_PassedBeforeTheFigureIsOut_SaysSo()
    {
        var result = Evaluate(Exceed(3000), "2026-01-15", Value("2022", 2000), Value("2024", 2650));

        Assert.Null(result.Verdict);
        Assert.Equal(TargetStatus.Behind, result.Status);
        Assert.Contains("尚未公布", Assert.Single(result.Notes).Chinese, StringComparison.Ordinal);
    }

    [Fact]
    public void Verdict_LaterFigures_DoNotChangeIt()
    {
        var result = Evaluate(Exceed(3000), "2027-04-01", Value("2025", 2900), Value("2026", 3300));

        Assert.Equal(FinalVerdict.NotAchieved, result.Verdict);
        Assert.Equal(2900, result.Current);
        Assert.Equal([Period.OfYear(2025), Period.OfYear(2026)], result.History.Select(h => h.Period));
    }

    [Fact]
    public void Verdict_WithoutABaseline_IsGivenAllTheSame()
    {
        var result = Evaluate(Exceed(3000) with { Baseline = new Baseline(Period.OfYear(2022), null, true, null, []) }, After, Value("2025", 3100));

        Assert.Equal((FinalVerdict.Achieved, TargetStatus.Met), (result.Verdict, result.Status));
        Assert.Null(result.Baseline);
        Assert.Null(result.ProgressPercent);
        Assert.Equal(3000, result.PathValue);
    }
}
