using System.Collections.Immutable;
using Indices.Calculation;
using Indices.Calculation.Composite;
using Indices.Calculation.Districts;
using Indices.Methodology;
using Indices.Observations;
using Indices.Time;
using TestSupport;
using Xunit;

namespace Indices.Tests.Calculation.Districts;

public sealed class StandingsTests
{
    [Fact]
    public void Ranks_OfTheHumanDevelopmentIndex_AreThePublishedOnes()
    {
        var methodology = KnownValue.Methodology("hdi.yaml");
        var rows = ExampleTable.Read("hdi_2021_hdr2122.csv").Where(row => row["rank_published"].Length > 0).ToList();
        var snapshot = TestIndex.Known(rows.SelectMany(row => methodology.Root.Indicators.Select(i => new Observation(
            new(i.Code, Measures.Value, row["iso3"], "", Origin.Public), Period.OfYear(2021), row.Number(i.Code), ObservationStatus.A, TestIndex.Later, TestIndex.Later, ""))));
        var areas = rows.Select(row => row["iso3"]).ToImmutableArray();
        var series = areas.Select(area => JoinedSeries.Create(
            new IndexInputs([methodology], TestIndex.EmptyCatalogue, snapshot, area, Period.OfYear(2021), FrozenParameters.None))).ToImmutableArray();

        var standings = Standings.Of(areas, series, Period.OfYear(2021));

        Assert.Equal(rows.Select(row => (int?)row.Number("rank_published")), standings.Select(s => s.Rank));
        Assert.All(standings, s => Assert.Equal(standings.Count(other => other.Rank == s.Rank), s.Ties));
        Assert.Contains(standings, s => s.Ties > 1);
    }

    [Fact]
    public void Areas_ThatPrintAlike_ShareTheBetterPlace()
    {
        // Scores 80 and 80.002 print as 80.00.
        var standings = DistrictWorld.Of(["A", "B", "C", "D"],
            ("I", "A", 2022, 20), ("I", "B", 2022, 20.0015), ("I", "C", 2022, 10), ("I", "D", 2022, 30)).Calculate(2022).Standings;
        Assert.Equal([(2, 2), (2, 2), (4, 1), (1, 1)], standings.Select(s => (s.Rank!.Value, s.Ties)));
        Assert.NotEqual(standings[0].Score, standings[1].Score);
    }

    [Fact]
    public void Area_WithoutData_IsThere_AndHasNoPlace()
    {
        var standings = DistrictWorld.Of(["A", "NONE", "C"], ("I", "A", 2022, 10), ("I", "C", 2022, 30), ("I", "C", 2023, 30)).Calculate(2023).Standings;
        var none = standings.Where(s => s.Area == "NONE").ToList();
        Assert.Equal(2, none.Count);
        Assert.All(none, s => Assert.Equal((null, null, ObservationStatus.O, 0.0, false, null, 0), (s.Score, s.Index, s.Status, s.Coverage, s.Published, s.Rank, s.Ties)));
        Assert.All(none, s => Assert.Contains("no observation yet", s.Reason!.English, StringComparison.Ordinal));
        Assert.Equal([2, 1], standings.Where(s => s.Period.Year == 2022 && s.Area != "NONE").Select(s => s.Rank!.Value));
    }

    [Fact]
    public void Area_BelowTheGate_HasAScore_AndNoPlace()
    {
        // B's values of 2023 are overdue: carried forward, and no longer covered.
        var standings = DistrictWorld.Of(["A", "B"],
            ("I", "A", 2022, 10), ("J", "A", 2022, 10), ("I", "B", 2022, 30), ("J", "B", 2022, 30),
            ("I", "A", 2023, 10), ("J", "A", 2023, 10), ("I", "B", 2023, 30)).Calculate(2023).Standings;
        var held = standings.Single(s => s.Area == "B" && s.Period.Year == 2023);
        Assert.NotNull(held.Score);
        Assert.Equal((0.5, false, null, 0), (held.Coverage, held.Published, held.Rank, held.Ties));
        Assert.Contains("coverage 0.50", held.Reason!.English, StringComparison.Ordinal);
        Assert.Equal((1, 1), (standings.Single(s => s.Area == "A" && s.Period.Year == 2023).Rank, standings.Single(s => s.Area == "A" && s.Period.Year == 2023).Ties));
    }

    [Fact]
    public void Area_WithoutABase_HasARank_AndNoIndex()
    {
        var standings = DistrictWorld.Of(["A", "B", "NEW"],
            ("I", "A", 2022, 10), ("I", "B", 2022, 30), ("I", "A", 2023, 10), ("I", "B", 2023, 30), ("I", "NEW", 2023, 20)).Calculate(2023).Standings;
        var young = standings.Single(s => s.Area == "NEW" && s.Period.Year == 2023);
        Assert.Equal(80.0, young.Score!.Value, 1e-12);
        Assert.Equal((null, true, 2), (young.Index, young.Published, young.Rank));
    }

    [Fact]
    public void RanksAreForTheCompilersAlone_UntilTheMethodologyPublishesThem()
    {
        var world = DistrictWorld.Of(["A", "B"], ("I", "A", 2022, 10), ("I", "B", 2022, 30));
        Assert.False(world.Calculate(2022).AreRanksPublished);
        Assert.True((world with { Version = world.Version with { District = DistrictWorld.Rule with { AreRanksPublished = true } } }).Calculate(2022).AreRanksPublished);
    }
}
