using Dashboard.PageModels;
using Dashboard.Tests.Fakes;
using Indices.Calculation;
using Indices.Calculation.Targets;
using Indices.Observations;
using Indices.Time;
using Xunit;

namespace Dashboard.Tests.PageModels;

public class TargetTileTests
{
    [Fact]
    public void Level_OnTheWay_ShowsValueGoalPathAndGap()
    {
        var tile = Tile(SampleTargets.Standing(SampleTargets.Level, TargetStatus.Behind, 2720, path: 2765.48));

        Assert.Equal(("2,720.0", "亿元"), (tile.Value!.Digits, tile.Value.After));
        Assert.Equal(("目标 >3,000", "应达 2,765.5", "差 45.5"), (tile.Goal, tile.Path, tile.Gap));
        Assert.Equal(("2024年", "官方数据"), (tile.Period, tile.Origin));
        Assert.Null(tile.Verdict);
    }

    [Fact]
    public void Level_InEnglish_UsesBillionsOnEveryFigure()
    {
        var tile = Tile(SampleTargets.Standing(SampleTargets.Level, TargetStatus.Behind, 2720, path: 2765.48), english: true);

        Assert.Equal(("CNY", "272.00", "billion"), (tile.Value!.Before, tile.Value.Digits, tile.Value.After));
        Assert.Equal(("Target >300", "Path 276.55", "short by 4.55"), (tile.Goal, tile.Path, tile.Gap));
        Assert.Equal("Value added", tile.Name);
    }

    [Fact]
    public void Count_AfterTheVerdict_MeasuresTheGapFromTheSmallestPassingNumber()
    {
        var tile = Tile(SampleTargets.Standing(SampleTargets.Count, TargetStatus.Behind, 352, path: 367.33, verdict: FinalVerdict.NotAchieved));

        Assert.Equal(("352", "家"), (tile.Value!.Digits, tile.Value.After));
        Assert.Equal(("目标 >400", "差 49", "终期评估：未达成"), (tile.Goal, tile.Gap, tile.Verdict));
        Assert.Equal("截至2024年末", tile.Period);
    }

    [Fact]
    public void SmallCount_Reached_SaysAchieved()
    {
        var tile = Tile(SampleTargets.Standing(SampleTargets.Clusters, TargetStatus.Met, 3, path: 3, verdict: FinalVerdict.Achieved));

        Assert.Equal(("目标 ≥3", "超 0", "终期评估：已达成"), (tile.Goal, tile.Gap, tile.Verdict));
    }

    [Fact]
    public void Share_AroundItsTarget_ShowsTheDistanceInPointsAndTheBand()
    {
        var tile = Tile(SampleTargets.Standing(SampleTargets.Share, TargetStatus.OnTrack, 27.8, path: 28.6667));

        Assert.Equal(("目标 30%左右", "应达 28.7%", "偏离 2.2\u202f个百分点"), (tile.Goal, tile.Path, tile.Gap));
        Assert.Equal("27.8%", tile.Value!.ToString());
        Assert.NotNull(tile.Bullet.BandFrom);
    }

    [Fact]
    public void Growth_OfEachYear_CountsTheYearsMetAndDrawsNoPath()
    {
        var tile = Tile(SampleTargets.Standing(SampleTargets.Growth, TargetStatus.Behind, 18.3, path: 144, yearsMet: 1));

        Assert.Equal(("目标 ≥20%，每年", "达标 1/3 年", "差 1.7\u202f个百分点"), (tile.Goal, tile.Path, tile.Gap));
        Assert.Null(tile.Bullet.Path);
    }

    [Fact]
    public void Growth_ThatFailedOneYearAndIsAheadInItsLast_SaysHowManyYearsBesideTheVerdict()
    {
        var result = SampleTargets.Standing(SampleTargets.Growth, TargetStatus.Behind, 20.6, path: 172.8, verdict: FinalVerdict.NotAchieved, yearsMet: 2);

        Assert.Equal("终期评估：未达成 · 达标 2/3 年", Tile(result).Summary);
        Assert.Equal("Final: not achieved · 2 of 3 years met", Tile(result, english: true).Summary);
    }

    [Theory]
    [InlineData("2025-Q4", "2025年", "2025")]
    [InlineData("2025-12", "2025年", "2025")]
    [InlineData("2025", "2025年", "2025")]
    [InlineData("2025-Q3", "截至2025年9月的12个月", "12 months to Sep 2025")]
    public void Flow_OfAnyFrequency_IsAboutTwelveMonths(string period, string chinese, string english)
    {
        var result = SampleTargets.Standing(SampleTargets.Level, TargetStatus.Met, 3018) with { CurrentPeriod = Period.Parse(period) };

        Assert.Equal((chinese, english), (Tile(result).Period, Tile(result, english: true).Period));
    }

    [Fact]
    public void Stock_OfAnyFrequency_IsAboutTheEndOfItsPeriod()
    {
        var result = SampleTargets.Standing(SampleTargets.Count, TargetStatus.Behind, 383) with { CurrentPeriod = Period.Parse("2025-Q4") };

        Assert.Equal("截至2025年12月末", Tile(result).Period);
    }

    [Theory]
    [InlineData(TargetStatus.Met, "已达成", "Met", "▲", "met")]
    [InlineData(TargetStatus.OnTrack, "序时内", "On track", "●", "on-track")]
    [InlineData(TargetStatus.Behind, "滞后", "Behind", "◆", "behind")]
    [InlineData(TargetStatus.FarBehind, "严重滞后", "Far behind", "■", "far-behind")]
    [InlineData(TargetStatus.NoData, "数据不足", "No data", "–", "no-data")]
    public void Status_InBothLanguages_HasWordShapeAndColour(TargetStatus status, string chinese, string english, string shape, string colour)
    {
        var result = SampleTargets.Standing(SampleTargets.Level, status, 2720, 2700);

        Assert.Equal(new StatusLook(chinese, shape, colour), Tile(result).Status);
        Assert.Equal(new StatusLook(english, shape, colour), Tile(result, english: true).Status);
    }

    [Fact]
    public void Target_WithoutAFigure_SaysWhyAndShowsTheNewestCitedOneWithItsScope()
    {
        var result = SampleTargets.Standing(SampleTargets.Count, TargetStatus.NoData, null, notes: new Warning("尚无数据", "no data yet"));

        var tile = Tile(result, false, SampleTargets.Cited("T2-COUNT", "stock", 2023, 300, Bound.Lower), SampleTargets.Cited("T2-COUNT", "stock", 2024, 310));

        Assert.Null(tile.Value);
        Assert.Equal("只有其他口径的数据，不作评估", tile.Reason);
        Assert.Equal(("310\u202f家", "上市公司总数", "截至2024年末", "公开数据", "样例日报", "A"),
            (tile.Reference!.Value, tile.Reference.Scope, tile.Reference.Period, tile.Reference.Origin, tile.Reference.SourceName, tile.Reference.Tier));
    }

    [Fact]
    public void Reason_BesideTheStatus_DoesNotRepeatItsWord()
    {
        var result = SampleTargets.Standing(SampleTargets.Count, TargetStatus.NoData, null, notes: new Warning("数据不足：尚无数据", "no data yet"));

        Assert.Equal(("尚无数据", "no data yet"), (Tile(result).Reason, Tile(result, english: true).Reason));
    }

    [Fact]
    public void CitedFigure_ThatIsABound_SaysSo()
    {
        var figures = ReferenceFigure.Of(
            [SampleTargets.Cited("T2-COUNT", "stock", 2023, 300, Bound.Lower), SampleTargets.Cited("T2-COUNT", "stock", 2022, 290, Bound.Approximate)],
            "家", true, Language.Chinese);

        Assert.Equal(["超300\u202f家", "约290\u202f家"], figures.Select(f => f.Value));
    }

    [Theory]
    [InlineData(Measures.YearToDate, "2024-Q4", "310.0\u202f亿元", "2024年")]
    [InlineData(Measures.YearToDate, "2024-Q3", "310.0\u202f亿元", "2024年第三季度（年内累计）")]
    [InlineData(Measures.YearOnYear, "2024-Q4", "310.0%", "2024年")]
    [InlineData(Measures.Value, "2024-Q3", "310.0\u202f亿元", "2024年第三季度")]
    public void CitedFigure_OfEachMeasure_HasItsOwnUnitAndPeriod(string measure, string period, string value, string shown)
    {
        var cited = SampleTargets.Cited("T1-LEVEL", "before the census", 2024, 310);
        var figure = Assert.Single(ReferenceFigure.Of(
            [cited with { Series = cited.Series with { Measure = measure }, Period = Period.Parse(period) }], "亿元", false, Language.Chinese));

        Assert.Equal((value, shown), (figure.Value, figure.Period));
    }

    [Fact]
    public void CitedFigure_OfADocumentWithoutAWebAddress_OffersNoLink()
    {
        var cited = SampleTargets.Cited("T2-COUNT", "stock", 2023, 300) with { Citation = new Citation("年鉴", "javascript:alert(1)", "A", null) };

        Assert.Null(Assert.Single(ReferenceFigure.Of([cited], "家", true, Language.Chinese)).WebAddress);
    }

    [Fact]
    public void Target_WithAFigureOfItsOwn_ShowsNoOtherScope() =>
        Assert.Null(Tile(SampleTargets.Standing(SampleTargets.Count, TargetStatus.Behind, 352, 367), false, SampleTargets.Cited("T2-COUNT", "stock", 2024, 310)).Reference);

    [Theory]
    [InlineData(Origin.Official, "官方数据", false)]
    [InlineData(Origin.Public, "公开数据", false)]
    [InlineData(Origin.Synthetic, "演示数据", true)]
    public void Origin_OfTheFigures_IsSaid(Origin origin, string words, bool synthetic)
    {
        var tile = Tile(SampleTargets.Standing(SampleTargets.Level, TargetStatus.Behind, 2720, 2765, origin: origin));

        Assert.Equal((words, synthetic), (tile.Origin, tile.IsSynthetic));
    }

    private static TargetTile Tile(TargetResult result, bool english = false, params Observation[] otherScopes) =>
        TargetTile.Of(new TargetStanding(result, [.. otherScopes], result.Target.Unit), english ? Language.English : Language.Chinese);
}
