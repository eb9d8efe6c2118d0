using System.Collections.Frozen;
using Indices.Calculation;
using Indices.Methodology;
using Indices.Observations;
using Indices.Time;
using TestSupport;
using Xunit;
using static TestSupport.TestIndex;

namespace Indices.Tests.Calculation.Composite;

/// <summary>What is said about indicators, word for word in both languages.</summary>
public sealed class InputWarningTests
{
    private static readonly Indicator s_plain = Indicator("X") with { Name = new("指标", "Figure") };
    private static readonly Indicator s_own = s_plain with { Worst = new(null, 0.5), Best = new(null, 1.5) };
    private static readonly double?[] s_gap = [90, null, 110, 100];

    [Fact]
    public void GrowthFromLevels_IsSaid_WhereTheSourcePublishesGrowth() => Assert.Equal(
        new Warning("指标：来源应发布可比口径增速而未收到，暂由水平值计算", "Figure: growth published at comparable scope was not received and is computed from levels"),
        Assert.Single(Run(s_plain with { YearOnYearIsPublished = true, Transforms = [new(TransformKind.YearOnYear)] }, 40, 40, 40, 40, 44).Warnings));

    [Fact]
    public void BaseWithAGap_IsSaid_WhereEitherGoalpostRestsOnIt()
    {
        var expected = new Warning("指标：基期缺1期，阈值按其余各期平均", "Figure: 1 periods of the base are missing; its goalposts rest on the others");
        Assert.Equal(expected, Assert.Single(Run(s_own, s_gap).Warnings));
        Assert.Equal(expected, Assert.Single(Run(s_own with { Best = new(200, null) }, s_gap).Warnings));
        Assert.Equal(expected, Assert.Single(Run(s_own with { Worst = new(0, null) }, s_gap).Warnings));
    }

    [Fact]
    public void BaseWithAGap_IsNotSaid_WhereNothingRestsOnIt()
    {
        Assert.Empty(Run(s_plain, s_gap).Warnings);
        Assert.Empty(Run(s_own, 90, 100, 110, 100).Warnings);
        var frozen = new FrozenParameters(new Dictionary<string, double>
        {
            [FrozenParameters.Worst("1.0.0", "X")] = 30,
            [FrozenParameters.Best("1.0.0", "X")] = 230,
        }.ToFrozenDictionary());
        Assert.Empty(Calculate(OfIndicators(s_own), Known(Values("X", "2022Q1", s_gap)), "2022Q4", frozen).Warnings);
    }

    [Fact]
    public void LongMissing_AndTwiceCapped_AskForTheNextVersion()
    {
        Assert.Equal(
            new Warning("指标长期缺数，应修订方法并剔除该指标", "Figure has been missing for long; a version without it is due"),
            Assert.Single(Run(s_plain, 40, 40, 40, 40, null, null, null, null, null).Warnings));
        Assert.Equal(
            new Warning("指标一年内两次触及得分上下限，下一版本应复核其标杆值", "Figure met the cap of its score twice within a year; the next version should review its goalposts"),
            Assert.Single(Run(s_plain, 40, 40, 40, 40, 210, 50, 50, 215).Warnings));
    }

    [Theory]
    [InlineData(200.0, 200.0)] // g = 2, the cap itself
    [InlineData(-100.0, -100.0)] // g = −1
    public void ScoreAtTheCap_IsNotHeldByIt(double first, double second) => Assert.Empty(Run(s_plain, 40, 40, 40, first, second).Warnings);

    [Fact]
    public void CapsAWholeYearApart_AreNotWithinAYear() => Assert.Empty(Run(s_plain, 210, 40, 40, 40, 210).Warnings);

    [Fact]
    public void MissingScores_SayWhy()
    {
        Assert.Equal(
            new Warning("无数值：指标尚无观测值", "no value: Figure has no observation yet"),
            Reason(Calculate(OfIndicators(s_plain, Indicator("Y")), Known(Values("Y", "2022Q1", 40)), "2022Q1")));
        Assert.Equal(
            new Warning("无数值：指标的阈值所依据的基期数据不足", "no value: Figure lacks the base period data of its goalposts"),
            Reason(Calculate(OfIndicators(s_own), Known(Values("X", "2023Q1", 90)), "2023Q1")));
        var log = s_plain with { Scale = GoalpostScale.Log, Worst = new(10, null) };
        Assert.Equal(
            new Warning("无数值：指标的数值无法评分", "no value: the value of Figure cannot be scored"),
            Reason(Calculate(OfIndicators(log) with { Normalisation = new(60, 40, null, null) }, Known(Values("X", "2022Q1", 0)), "2022Q1")));
    }

    [Fact]
    public void NegativeScore_UnderAGeometricMean_SaysSo()
    {
        // 60 + 40 × (−10) = −340.
        var pillar = Group("P", "1", Aggregation.Geometric, s_plain) with { Name = new("支柱", "Pillar") };
        var methodology = OfTree(Group("TEST", "1", Aggregation.Arithmetic, pillar)) with { Normalisation = new(60, 40, null, null) };
        Assert.Equal(
            new Warning("无数值：支柱含负值，只能求算术平均", "no value: Pillar holds a negative value, of which there is an arithmetic mean alone"),
            Reason(Calculate(methodology, Known(Values("X", "2022Q1", -1000)), "2022Q1")));
    }

    [Fact]
    public void ThinPillar_IsNamed()
    {
        var thin = Group("Q", "0.1", Aggregation.Arithmetic, Indicator("B", "0.4"), Indicator("C", "0.6")) with { Name = new("支柱", "Pillar") };
        var methodology = OfTree(Group("TEST", "1", Aggregation.Geometric, Group("P", "0.9", Aggregation.Arithmetic, Indicator("A")), thin));
        Observation[] data = [.. Values("A", "2022Q1", 40, 40, 40, 40, 40), .. Values("B", "2022Q1", 40, 40, 40, 40, 40), .. Values("C", "2022Q1", 40, 40, 40, 40)];
        Assert.Equal(
            new Warning("未发布：支柱覆盖率 0.40", "not published: coverage 0.40 of Pillar"),
            Calculate(methodology, Known(data), "2023Q1").Values[^3].Reason);
    }

    private static Warning Reason(IndexResult result) => result.Values.Last(v => v.Node == "TEST").Reason!;

    private static IndexResult Run(Indicator indicator, params double?[] values) => Calculate(
        OfIndicators(indicator), Known(Values("X", "2022Q1", values)), Period.OfQuarter(2022, 1).Plus(values.Length - 1).ToString());
}
