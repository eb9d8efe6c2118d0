using System.Collections.Frozen;
using Indices.Calculation;
using Indices.Calculation.Composite;
using Indices.Observations;
using Indices.Time;
using TestSupport;
using Xunit;
using static Indices.Tests.Calculation.Composite.WorkedExample;

namespace Indices.Tests.Calculation.Composite;

public sealed class WorkedExampleTests
{
    [Fact]
    public void Index_OfBothVersions_EqualsKnownValues()
    {
        var result = Calculate();
        foreach (var row in Rows("composite_index.csv"))
        {
            var found = Assert.Single(result.Computed, v => v.Version == row["version"] && v.Period == Period.Parse(row["period"]));
            Near(Number(row["A"]), found.Aggregate);
            Near(Number(row["link_factor"]), found.Factor);
            Near(Number(row["index"]), found.Index);
            Near(Number(row["coverage"]), found.Coverage);
            foreach (var pillar in found.Groups)
            {
                Near(Number(row[pillar.Code]), pillar.Value);
                Near(Number(row["coverage_" + pillar.Code]), pillar.Coverage);
            }
            Assert.Equal(row["published"] == "1", found.Joined);
            Assert.Equal(row["obs_status"], found.Status.ToString());
            Assert.Equal(row["index_2dp"], PublishedNumber.Round(found.Index!.Value, 2));
        }
    }

    [Fact]
    public void JoinedSeries_HoldsIndexThenPillars_PeriodByPeriod()
    {
        var values = Calculate().Values;
        Assert.Equal(
            ["2022-Q4", "2023-Q1", "2023-Q2", "2023-Q3"],
            values.Where(v => v.Node == "DEMO").Select(v => v.Period.ToString()));
        Assert.Equal(["DEMO", "P1", "P2"], values.Take(3).Select(v => v.Node));
        Assert.All(values, v => Assert.True(v.Published && v.Reason is null));
        Assert.Equal(["1.0.0", "1.0.0", "1.0.0", "2.0.0"], values.Where(v => v.Node == "DEMO").Select(v => v.Version));
    }

    [Fact]
    public void Scores_OfAllIndicators_EqualKnownValues()
    {
        var result = Calculate();
        foreach (var row in Rows("composite_scores.csv"))
        {
            var version = row["indicator"] == "A3" ? "2.0.0" : "1.0.0";
            var period = Period.Parse(row["period"]);
            var found = Assert.Single(result.Scores, s => s.Version == version && s.Indicator == row["indicator"] && s.Period == period);
            Assert.Equal(row["obs_status"], found.Status.ToString());
            Assert.Equal(row["age"], found.Age.ToString(System.Globalization.CultureInfo.InvariantCulture));
            Same(row["raw"], found.Raw);
            Same(row["used"], found.Used);
            Same(row["g"], found.G);
            Same(row["score"], found.Score);
        }

        static void Same(string expected, double? actual)
        {
            if (expected.Length == 0)
                Assert.Null(actual);
            else
                Near(Number(expected), actual);
        }
    }

    [Fact]
    public void Contributions_BetweenNeighbours_EqualKnownValuesAndPrintedTable()
    {
        var found = Calculate().Contributions;
        foreach (var step in Rows("composite_contributions.csv").Where(r => r["version"] != "chain").GroupBy(r => (r["from"], r["to"])))
        {
            var mine = found.Where(c => c.From == Period.Parse(step.Key.Item1) && c.To == Period.Parse(step.Key.Item2)).ToArray();
            var items = step.Where(r => r["pillar"] is not ("TOTAL" or "CHECK")).ToArray();
            Assert.Equal(items.Select(r => (r["version"], r["pillar"], r["indicator"])), mine.Select(c => (c.Version, c.Group, c.Indicator)));
            foreach (var (row, contribution) in items.Zip(mine))
                Near(Number(row["contribution_points"]), contribution.Points);
            var change = Number(step.Single(r => r["pillar"] == "CHECK")["contribution_points"]);
            Assert.Equal(change, mine.Sum(c => c.Points), 1e-12);
            Assert.Equal(items.Select(r => r["published_2dp"]), PublishedNumber.LargestRemainder([.. mine.Select(c => c.Points)], change, 2));
        }
    }

    [Fact]
    public void Contributions_AcrossTheMethodChange_AreChained()
    {
        var inputs = Inputs(Data());
        var series = JoinedSeries.Create([new VersionRun(First, inputs), new VersionRun(Second, inputs)], FrozenParameters.None);
        var chained = new ContributionTable(series, "DEMO").Between(Period.OfQuarter(2022, 4), Period.OfQuarter(2023, 3));
        var known = Rows("composite_contributions.csv").Where(r => r["version"] == "chain").ToArray();
        Assert.Equal(known.Length - 1, chained.Count);
        foreach (var row in known[..^1])
            Near(Number(row["contribution_points"]), chained.Single(c => c.Indicator == row["indicator"]).Points);
        Assert.All(chained, c => Assert.Equal("chain", c.Version));
        Assert.Equal(Number(known[^1]["contribution_points"]), chained.Sum(c => c.Points), 1e-12);
    }

    [Fact]
    public void LateValue_WithLinkRecomputedOrFrozen_EqualsKnownValues()
    {
        var late = Data().Append(TestIndex.Observed("B1", Period.OfQuarter(2023, 2), 0.88)).ToArray();
        var first = Calculate();
        var link = first.Parameters.Find(FrozenParameters.Link("2.0.0"))!.Value;
        var frozen = new FrozenParameters(new Dictionary<string, double> { [FrozenParameters.Link("2.0.0")] = link }.ToFrozenDictionary());
        (string Column, IndexResult Result)[] vintages =
        [
            ("vintage1_carry_forward", first),
            ("vintage2_late_value_link_recomputed", IndexCalculator.Calculate(Inputs(late))),
            ("vintage2_link_frozen", IndexCalculator.Calculate(Inputs(late, frozen))),
        ];
        foreach (var row in Rows("composite_vintages.csv"))
            foreach (var (column, result) in vintages)
                Near(Number(row[column]), row["period"] == "link_factor_v2"
                    ? result.Parameters.Find(FrozenParameters.Link("2.0.0"))
                    : result.Values.Single(v => v.Node == "DEMO" && v.Period == Period.Parse(row["period"])).Value);
    }

    [Fact]
    public void FrozenLink_WithALateValueInTheOverlap_LeavesAMethodChangeItem()
    {
        var late = Data().Append(TestIndex.Observed("B1", Period.OfQuarter(2023, 2), 0.88)).ToArray();
        var frozen = new FrozenParameters(new Dictionary<string, double> { [FrozenParameters.Link("2.0.0")] = 1.2550551218226962 }.ToFrozenDictionary());
        var result = IndexCalculator.Calculate(Inputs(late, frozen));
        var index = result.Values.Where(v => v.Node == "DEMO").ToDictionary(v => v.Period.ToString(), v => v.Value!.Value);
        var step = result.Contributions.Where(c => c.To == Period.OfQuarter(2023, 3)).ToArray();
        Assert.Contains(step, c => c.Indicator == Contribution.MethodChange);
        Assert.Equal(index["2023-Q3"] - index["2023-Q2"], step.Sum(c => c.Points), 1e-9);
    }

    [Fact]
    public void Parameters_OfALinkedIndex_AreBaseAndLink()
    {
        var parameters = Calculate().Parameters;
        Assert.Equal(["1.0.0/base", "2.0.0/link"], parameters.Values.Keys.Order(StringComparer.Ordinal));
        Near(1.2373825520608353, parameters.Find("1.0.0/base"));
    }

    [Fact]
    public void Origin_OfAResult_IsTheWorstOfWhatWasUsed()
    {
        var official = Data().Select(o => o with { Series = o.Series with { Origin = Origin.Official } }).ToArray();
        Assert.Equal(Origin.Official, IndexCalculator.Calculate(Inputs(official)).Origin);
        official = [.. official.Where(o => o.Series.Indicator != "A1"), .. Data().Where(o => o.Series.Indicator == "A1")];
        Assert.Equal(Origin.Synthetic, IndexCalculator.Calculate(Inputs(official)).Origin);
    }
}
