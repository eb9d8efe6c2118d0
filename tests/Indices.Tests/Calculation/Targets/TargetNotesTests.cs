using Indices.Calculation.Targets;
using Indices.Methodology;
using Indices.Observations;
using Xunit;
using static Indices.Tests.Calculation.Targets.TargetBuilder;

namespace Indices.Tests.Calculation.Targets;

/// <summary>What is said beside a status, in both languages.</summary>
public class TargetNotesTests
{
    private static readonly PolicyTarget Stock = Target(TargetKind.Level, 3000, Comparison.GreaterThan, baseline: 2000);
    private static readonly PolicyTarget Growth = Target(TargetKind.Growth, 20, unit: "%");

    private static void Says(string chinese, string english, TargetResult result)
    {
        var note = Assert.Single(result.Notes);
        Assert.Equal((chinese, english), (note.Chinese, note.English));
    }

    [Fact]
    public void NoSeries_AtAll_SaysSo() =>
        Says("数据不足：尚无数据", "no data yet", Evaluate(Stock, "2024-02-01"));

    [Fact]
    public void NoSeries_InThisScope_NamesTheOthers() => Says(
        "数据不足：只有其他口径的数据（乙；甲）", "no data in the target's scope, only: 乙; 甲",
        Evaluate(Stock, "2024-02-01", Value("2023", 1, scope: "甲"), Value("2023", 2, scope: "乙")));

    [Fact]
    public void NoBaseline_Known_NamesItsPeriod() => Says(
        "数据不足：缺基期值（2022）", "the baseline of 2022 is missing",
        Evaluate(Target(TargetKind.Level, 3000), "2024-02-01", Value("2023", 2500)));

    [Fact]
    public void Stale_Figure_NamesItsPeriod() => Says(
        "数据不足：最新数据为2022，已超过两个发布时滞", "the newest figure is of 2022, older than two release lags",
        Evaluate(Stock, "2025-02-01", Value("2022", 2500)));

    [Fact]
    public void Growth_BeforeItsFirstYear_NamesTheYear() => Says(
        "数据不足：2023年的增速尚无数据", "there is no growth figure of 2023 yet",
        Evaluate(Growth, "2023-06-01", Value("2022", 25, Measures.YearOnYear)));

    [Fact]
    public void Growth_WithAYearMissing_NamesTheYear() => Says(
        "数据不足：缺2024年的增速", "the growth figure of 2024 is missing",
        Evaluate(Growth, "2026-06-01", Value("2023", 25, Measures.YearOnYear), Value("2025", 25, Measures.YearOnYear)));

    [Theory]
    [InlineData(true, "已达到目标值，必须保持到期末（2025-12-31）", "reached; it must hold at 2025-12-31")]
    [InlineData(false, "已达到目标值，以2025年的最终数为准", "reached; the final figure of 2025 decides")]
    public void Early_ReachedBeforeTheDate_SaysWhatDecides(bool isStock, string chinese, string english) =>
        Says(chinese, english, Evaluate(Stock with { IsStock = isStock }, "2024-02-01", Value("2023", 3100)));

    [Fact]
    public void Early_NotReached_SaysNothing() =>
        Assert.Empty(Evaluate(Stock, "2024-02-01", Value("2023", 2400)).Notes);

    [Fact]
    public void AwaitingFinal_ProvisionalFigure_SaysSo() => Says(
        "期末数为初步数，最终结论待最终数", "the figure for the target date is provisional; the verdict awaits the final one",
        Evaluate(Stock, "2026-02-01", Value("2025", 3100, status: ObservationStatus.P)));

    [Fact]
    public void AwaitingFinal_FigureNotOut_SaysSo() => Says(
        "期末数尚未公布，最终结论待最终数", "the figure for the target date is not out yet; the verdict awaits it",
        Evaluate(Stock, "2026-01-05", Value("2024", 2800)));

    [Fact]
    public void AwaitingFinal_GrowthWithAProvisionalYear_HasNoVerdictAndSaysSo()
    {
        var result = Evaluate(Growth, "2026-02-01",
            Value("2023", 25, Measures.YearOnYear, ObservationStatus.P), Value("2024", 25, Measures.YearOnYear), Value("2025", 25, Measures.YearOnYear));

        Assert.Null(result.Verdict);
        Says("期末数为初步数，最终结论待最终数", "the figure for the target date is provisional; the verdict awaits the final one", result);
    }

    [Fact]
    public void Growth_BeforeTheDate_SaysNothing() =>
        Assert.Empty(Evaluate(Growth, "2024-02-01", Value("2023", 25, Measures.YearOnYear)).Notes);

    [Fact]
    public void Revised_AcrossTheTarget_SaysBothFiguresAndBothDays()
    {
        var first = TargetFigure.Of(Value("2025", 3000.5) with { Vintage = new(new DateTimeOffset(2026, 1, 20, 2, 0, 0, TimeSpan.Zero)) });
        var latest = TargetFigure.Of(Value("2025", 2990) with { Vintage = new(new DateTimeOffset(2026, 5, 1, 2, 0, 0, TimeSpan.Zero)) });

        var down = TargetNotes.Revised(Stock, (first, latest));
        var up = TargetNotes.Revised(Stock, (latest, first));

        Assert.Equal("2025首次公布（2026-01-20）为3000.5，达标；修订后（2026-05-01）为2990，未达标", down.Chinese);
        Assert.Equal("2025 was first published (2026-01-20) as 3000.5, meeting the target; revised (2026-05-01) to 2990, missing it", down.English);
        Assert.Equal("2025首次公布（2026-05-01）为2990，未达标；修订后（2026-01-20）为3000.5，达标", up.Chinese);
        Assert.Equal("2025 was first published (2026-05-01) as 2990, missing the target; revised (2026-01-20) to 3000.5, meeting it", up.English);
    }
}
