using Indices.Calculation;
using Indices.Methodology;
using Indices.Observations;
using Indices.Time;
using TestSupport;
using Xunit;
using static TestSupport.TestIndex;

namespace Indices.Tests.Calculation.Composite;

public sealed class PublicationGateTests
{
    [Fact]
    public void Index_BelowItsCoverage_IsComputedButNotPublishedAndSaysSo()
    {
        var index = Last("TEST", ("A", "0.62", true), ("B", "0.38", false));
        Assert.True(index is { Value: not null, Published: false });
        Assert.Equal(new Warning("未发布：覆盖率 0.62", "not published: coverage 0.62"), index.Reason);
    }

    [Fact]
    public void Coverage_JustBelowTheMinimum_IsCutNotRounded() => Assert.Equal(
        "not published: coverage 0.79", Last("TEST", ("A", "0.799", true), ("B", "0.201", false)).Reason!.English);

    [Fact]
    public void Coverage_ThatIsTheMinimumButForBinaryFractions_IsPublished()
    {
        var index = Last("TEST", ("A", "0.1", true), ("B", "0.7", true), ("C", "0.2", false));
        Assert.True(index.Coverage < 0.8);
        Assert.True(index is { Published: true, Status: ObservationStatus.U });
    }

    [Fact]
    public void Index_WithOnePillarBelowItsMinimum_NamesThePillar()
    {
        var root = Group("TEST", "1", Aggregation.Geometric,
            Group("P", "0.9", Aggregation.Arithmetic, Indicator("A")),
            Group("Q", "0.1", Aggregation.Arithmetic, Indicator("B", "0.4"), Indicator("C", "0.6")));
        var values = Calculate(OfTree(root), Data(("A", true), ("B", true), ("C", false)), "2023Q1").Values[^3..];
        Assert.Equal("not published: coverage 0.40 of Q", values[0].Reason!.English);
        Assert.Equal([false, true, false], values.Select(v => v.Published));
        Assert.Equal(new Warning("未发布：覆盖率 0.40", "not published: coverage 0.40"), values[2].Reason);
    }

    [Theory]
    [InlineData("0.09", ObservationStatus.E)]
    [InlineData("0.10", ObservationStatus.I)]
    public void Imputation_OfLittleWeight_IsShownAsEstimate(string weight, ObservationStatus expected)
    {
        var rest = weight == "0.09" ? "0.91" : "0.90";
        Assert.Equal(expected, Last("TEST", ("A", rest, true), ("B", weight, false)).Status);
    }

    [Fact]
    public void Status_OfAnIndex_IsTheWorstOfItsInputs()
    {
        var data = Data(("A", true), ("B", true)).Observations.Select(o =>
            o.Series.Indicator == "A" && o.Period == Period.OfQuarter(2023, 1) ? o with { Status = ObservationStatus.P } : o);
        Assert.Equal(ObservationStatus.P, Calculate(OfIndicators(Indicator("A"), Indicator("B")), Known(data), "2023Q1").Values[^2].Status);
    }

    [Fact]
    public void Index_BeforeItsBaseIsComplete_HasNoValueAndSaysSo()
    {
        var midYear = new Vintage(new DateTimeOffset(2022, 8, 1, 0, 0, 0, TimeSpan.Zero));
        var snapshot = new Snapshot(midYear, Values("A", "2022Q1", 40, 50));
        var values = Calculate(OfIndicators(Indicator("A")), snapshot, "2022Q2").Values;
        Assert.All(values.Where(v => v.Node == "TEST"), v =>
        {
            Assert.True(v is { Value: null, Published: false, Status: ObservationStatus.O });
            Assert.Equal(new Warning("无数值：基期2022不完整", "no value: base period 2022 is not complete"), v.Reason);
        });
        Assert.All(values.Where(v => v.Node == "P"), v => Assert.True(v is { Value: not null, Published: true }));
    }

    private static NodeValue Last(string node, params (string Code, string Weight, bool IsPresent)[] indicators)
    {
        var root = Group("TEST", "1", Aggregation.Geometric, Group("P", "1", Aggregation.Arithmetic,
            [.. indicators.Select(i => Indicator(i.Code, i.Weight))]));
        var data = Data([.. indicators.Select(i => (i.Code, i.IsPresent))]);
        return Calculate(OfTree(root), data, "2023Q1").Values.Last(v => v.Node == node);
    }

    /// <summary>The base year for all; the first quarter after it for those present.</summary>
    private static Snapshot Data(params (string Code, bool IsPresent)[] indicators) => Known(
        indicators.SelectMany(i => Values(i.Code, "2022Q1", 40, 50, 60, 50, i.IsPresent ? 55 : null)));
}
