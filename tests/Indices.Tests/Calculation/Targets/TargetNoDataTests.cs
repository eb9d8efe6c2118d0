using Indices.Calculation.Targets;
using Indices.Methodology;
using Indices.Observations;
using Indices.Time;
using TestSupport;
using Xunit;
using static Indices.Tests.Calculation.Targets.TargetBuilder;

namespace Indices.Tests.Calculation.Targets;

/// <summary>Missing is not zero: every gap has its reason.</summary>
public class TargetNoDataTests
{
    private static PolicyTarget Quarterly(double? baseline = 2000) =>
        Target(TargetKind.Level, 3000, Comparison.GreaterThan, frequency: Frequency.Quarterly, baseline: baseline);

    private static void SaysWhy(string reason, TargetResult result)
    {
        Assert.Equal(TargetStatus.NoData, result.Status);
        Assert.Null(result.Verdict);
        Assert.Contains(reason, Assert.Single(result.Notes).Chinese, StringComparison.Ordinal);
    }

    [Fact]
    public void Evaluate_NoSeries_SaysThereIsNone()
    {
        var result = Evaluate(Quarterly(), "2024-02-01");

        SaysWhy("尚无数据", result);
        Assert.Null(result.Current);
        Assert.Null(result.Origin);
        Assert.Empty(result.History);
    }

    [Fact]
    public void Evaluate_OtherScopeOnly_NamesTheScope() =>
        SaysWhy("只有其他口径的数据（存量口径）", Evaluate(Quarterly(), "2024-02-01", Value("2023-Q4", 2500, scope: "存量口径")));

    [Fact]
    public void Evaluate_BoundsOnly_IsNoFigure() =>
        SaysWhy("尚无数据", Evaluate(Quarterly(), "2024-02-01", Value("2023-Q4", 3000, bound: Bound.Lower)));

    [Fact]
    public void Evaluate_SuppressedOnly_IsNoFigure() =>
        SaysWhy("尚无数据", Evaluate(Quarterly(), "2024-02-01", Value("2023-Q4", 3000, status: ObservationStatus.Q)));

    [Fact]
    public void Evaluate_BaselineMissing_KeepsWhatNeedsNone()
    {
        var result = Evaluate(Quarterly(null), "2024-02-01", Value("2023-Q4", 2500));

        SaysWhy("缺基期值（2022）", result);
        Assert.Equal(2500, result.Current);
        Assert.Equal(100 * 2500 / 3000.0, result.AttainmentPercent);
        Assert.Null(result.PathValue);
        Assert.Null(result.ProgressPercent);
    }

    [Theory]
    [InlineData("2024-09-27", TargetStatus.Behind)]
    [InlineData("2024-09-28", TargetStatus.NoData)]
    public void Evaluate_OlderThanTwoReleaseLags_IsNoData(string today, TargetStatus status)
    {
        // 2024-Q1 ends on 31 March and is due 90 days later; twice the lag is 27 September.
        var result = Evaluate(Quarterly(), today, Value("2023-Q4", 2200));

        Assert.Equal(status, result.Status);
        if (status == TargetStatus.NoData)
            SaysWhy("最新数据为2023-Q4，已超过两个发布时滞", result);
    }

    [Fact]
    public void Evaluate_GrowthBeforeTheFirstTargetYear_SaysWhichYearIsMissing() =>
        SaysWhy("2023年的增速尚无数据", Evaluate(Target(TargetKind.Growth, 20, unit: "%"), "2023-06-01", Value("2022", 25, Measures.YearOnYear)));

    [Fact]
    public void Evaluate_GrowthWithAYearMissing_SaysWhich() =>
        SaysWhy("缺2024年的增速", Evaluate(Target(TargetKind.Growth, 20, unit: "%"), "2026-06-01",
            Value("2023", 25, Measures.YearOnYear), Value("2025", 25, Measures.YearOnYear)));

    [Fact]
    public void EvaluateAll_SeedTargetsWithoutData_AreAllWithoutDataAndSayWhy()
    {
        var set = SeedDefinitions.All.Targets!;

        var results = TargetEvaluation.EvaluateAll(set, new ObservationHistory(Ever, []), TargetBuilder.Area, new DateOnly(2024, 2, 1));

        Assert.Equal(11, results.Length);
        Assert.All(results, result => SaysWhy("尚无数据", result));
        Assert.Equal(3001, results.Single(r => r.Target.Code.StartsWith("T07", StringComparison.Ordinal)).Goal);
    }

    [Fact]
    public void EvaluateAll_Set_KeepsFileOrder()
    {
        var set = Set(Quarterly()) with { Targets = [Quarterly() with { Code = "T-B" }, Quarterly() with { Code = "T-A" }] };

        var results = TargetEvaluation.EvaluateAll(set, new ObservationHistory(Ever, []), TargetBuilder.Area, new DateOnly(2024, 2, 1));

        Assert.Equal(["T-B", "T-A"], results.Select(r => r.Target.Code));
    }
}
