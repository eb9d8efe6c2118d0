using Indices.Calculation;
using Indices.Methodology;
using Indices.Observations;
using Indices.Time;
using TestSupport;
using Xunit;
using static TestSupport.TestIndex;

namespace Indices.Tests.Calculation.Composite;

public sealed class JoinedSeriesTests
{
    private static readonly IndexMethodology s_first = OfIndicators(Indicator("X"), Indicator("Y"));

    private static readonly IndexMethodology s_second = OfIndicators(Indicator("X"), Indicator("Z")) with
    {
        Version = "2.0.0",
        Replaces = "1.0.0",
        Link = new LinkRule([.. Period.OfYear(2023).Split(Frequency.Quarterly)]),
    };

    [Fact]
    public void Base_OfAYear_HasAMeanOfExactlyTheBaseValue()
    {
        var year = Joined("2022Q4", s_first).Take(4);
        Assert.Equal(100.0, year.Average(v => v.Value!.Value), 1e-12);
    }

    [Fact]
    public void Base_OfNeighbouringPeriods_HasAMeanOfExactlyTheBaseValue()
    {
        var middle = s_first with { Base = new BaseRule(Period.OfQuarter(2022, 3), 200) { Count = 3 } };
        var index = Joined("2023Q4", middle);
        Assert.Equal(200.0, index[2..5].Average(v => v.Value!.Value), 1e-12);
        var unfinished = IndexCalculator.Calculate(new(
            [middle], EmptyCatalogue, new Snapshot(new Vintage(new DateTimeOffset(2023, 1, 15, 0, 0, 0, TimeSpan.Zero)), Values("X", "2022Q1", 40, 45, 50, 52)),
            City, Period.OfQuarter(2022, 4), FrozenParameters.None)).Values[0];
        Assert.Null(unfinished.Value);
    }

    [Fact]
    public void Link_OverSeveralPeriods_EqualisesMeansAndPublishesTheJoin()
    {
        var result = Run("2024Q2", s_first, s_second);
        Period[] overlap = [.. s_second.Link!.Overlap];
        double Mean(string version) => result.Computed.Where(v => v.Version == version && overlap.Contains(v.Period)).Average(v => v.Index!.Value);
        Assert.Equal(Mean("1.0.0"), Mean("2.0.0"), 1e-9);

        var join = result.Contributions.Where(c => c.From == Period.OfQuarter(2023, 4) && c.To == Period.OfQuarter(2024, 1)).ToArray();
        var item = Assert.Single(join, c => c.Indicator == Contribution.MethodChange);
        Assert.Equal(("TEST", "2.0.0"), (item.Group, item.Version));
        Assert.True(Math.Abs(item.Points) > 0.01);
        var index = result.Values.Where(v => v.Node == "TEST").ToDictionary(v => v.Period, v => v.Value!.Value);
        Assert.Equal(index[Period.OfQuarter(2024, 1)] - index[Period.OfQuarter(2023, 4)], join.Sum(c => c.Points), 1e-9);
    }

    [Fact]
    public void YearContributions_AcrossTheChange_AreChainedAndDirectWithin()
    {
        var found = Run("2024Q2", s_first, s_second).Contributions.Where(c => c.To.Since(c.From) == 4).ToLookup(c => c.To);
        Assert.All(found[Period.OfQuarter(2023, 4)], c => Assert.Equal("1.0.0", c.Version));
        Assert.All(found[Period.OfQuarter(2024, 1)], c => Assert.Equal("chain", c.Version));
        Assert.Equal(["X", "Y", "Z", Contribution.MethodChange], found[Period.OfQuarter(2024, 1)].Select(c => c.Indicator));
    }

    [Fact]
    public void Versions_ChangeOver_AfterTheOverlapOrWhenTheNewOneTakesEffect()
    {
        Assert.Equal("1.0.0", Joined("2024Q2", s_first, s_second).Single(v => v.Period == Period.OfQuarter(2023, 4)).Version);
        Assert.Equal("2.0.0", Joined("2024Q2", s_first, s_second).Single(v => v.Period == Period.OfQuarter(2024, 1)).Version);
        var later = s_second with { EffectiveFrom = Period.OfQuarter(2024, 2) };
        Assert.Equal("1.0.0", Joined("2024Q2", s_first, later).Single(v => v.Period == Period.OfQuarter(2024, 1)).Version);
    }

    [Fact]
    public void FirstVersion_ThatTakesEffectLater_PublishesNothingBefore() => Assert.Equal(
        Period.OfQuarter(2023, 1), Joined("2024Q2", s_first with { EffectiveFrom = Period.OfYear(2023) })[0].Period);

    [Fact]
    public void Link_OverAnIncompleteOverlap_HasNoValueAndSaysSo()
    {
        var late = s_second with { Link = new LinkRule([Period.OfQuarter(2021, 4), Period.OfQuarter(2022, 1)]) };
        var value = Joined("2022Q2", s_first, late)[^1];
        Assert.Null(value.Value);
        Assert.Equal("no value: overlap 2021-Q4, 2022-Q1 with the version before is not complete", value.Reason!.English);
    }

    [Fact]
    public void OldRelease_ComputedAgain_FindsItsBaseInLaterData()
    {
        var early = Joined("2022Q2", s_first);
        Assert.Equal(Joined("2024Q2", s_first).Take(2).Select(v => v.Value), early.Select(v => v.Value));
    }

    private static NodeValue[] Joined(string last, params IndexMethodology[] versions) =>
        [.. Run(last, versions).Values.Where(v => v.Node == "TEST")];

    private static IndexResult Run(string last, params IndexMethodology[] versions) => IndexCalculator.Calculate(new(
        [.. versions], EmptyCatalogue,
        Known([
            .. Values("X", "2022Q1", 40, 45, 50, 52, 55, 60, 58, 61, 66, 70),
            .. Values("Y", "2022Q1", 60, 61, 59, 58, 56, 57, 60, 63, 62, 64),
            .. Values("Z", "2022Q1", 30, 32, 31, 35, 48, 44, 41, 39, 50, 53),
        ]),
        City, Period.Parse(last), FrozenParameters.None));
}
