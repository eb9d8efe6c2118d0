using System.Globalization;
using TestSupport;
using Xunit;

namespace Dashboard.Tests.CommandLine;

public sealed class ComputeCommandTests : IDisposable
{
    private readonly CommandRun _command = new();

    public void Dispose() => _command.Dispose();

    [Fact]
    public async Task Compute_TheWorkedExample_AgreesToItsDigits()
    {
        Assert.Equal(0, await Compute("composite-1.0.0.yaml", "composite-2.0.0.yaml"));

        var expected = KnownTable.Read("composite_index.csv").Where(r => (string)r["published"] == "1").ToList();
        var rows = _command.Rows("index.csv");
        Assert.Equal(expected.Count * 3, rows.Count);
        foreach (var known in expected)
            foreach (var (node, column) in new[] { ("DEMO", "index"), ("P1", "P1"), ("P2", "P2") })
            {
                var row = Assert.Single(rows, r => r["period"] == (string)known["period"] && r["node"] == node);
                KnownTable.Equal(KnownTable.Number((string)known[column]), KnownTable.Number(row["value"]));
                Assert.Equal(("DEMO", "000001", "1"), (row["index"], row["area"], row["published"]));
            }
        Assert.Equal(expected.Select(r => (string)r["obs_status"]), rows.Where(r => r["node"] == "DEMO").Select(r => r["status"]));
        Assert.Equal(expected.Select(r => KnownTable.Number((string)r["coverage"])), rows.Where(r => r["node"] == "DEMO").Select(r => KnownTable.Number(r["coverage"])));
    }

    [Fact]
    public async Task Compute_TheWorkedExample_GivesItsContributions()
    {
        Assert.Equal(0, await Compute("composite-2.0.0.yaml", "composite-1.0.0.yaml"));

        var expected = KnownTable.Read("composite_contributions.csv").Where(r => ((string)r["pillar"]).StartsWith('P')).ToList();
        var rows = _command.Rows("contributions.csv");
        Assert.Equal(expected.Count, rows.Count);
        foreach (var known in expected)
        {
            var row = Assert.Single(rows, r => (r["from"], r["to"], r["indicator"]) == ((string)known["from"], (string)known["to"], (string)known["indicator"]));
            KnownTable.Equal(KnownTable.Number((string)known["contribution_points"]), KnownTable.Number(row["points"]));
        }
    }

    [Fact]
    public async Task Compute_WithALateValue_TakesWhatWasKnownThen()
    {
        var observations = Composite("B1,000001,2023Q2,0.88,2023-11-20T10:00:00+08:00\n");

        Assert.Equal(0, await Run(observations, "--as-of", "2023-11-01T00:00:00+08:00"));
        var before = Headline();
        Assert.Equal(0, await Run(observations));
        var after = Headline();

        foreach (var known in KnownTable.Read("composite_vintages.csv").Where(r => ((string)r["period"]).StartsWith("20", StringComparison.Ordinal)))
        {
            KnownTable.Equal(KnownTable.Number((string)known["vintage1_carry_forward"]), before[(string)known["period"]]);
            KnownTable.Equal(KnownTable.Number((string)known["vintage2_late_value_link_recomputed"]), after[(string)known["period"]]);
        }
    }

    [Fact]
    public async Task Compute_WithThePreviousCutOff_ExplainsTheChangeSinceThen()
    {
        var observations = Composite("B1,000001,2023Q2,0.88,2023-11-20T10:00:00+08:00\n");

        Assert.Equal(0, await Run(observations, "--previous-as-of", "2023-09-15T00:00:00+08:00"));

        var rows = _command.Rows("explanation.csv");
        var vintages = KnownTable.Read("composite_vintages.csv").ToDictionary(r => (string)r["period"]);
        var before = KnownTable.Number((string)vintages["2023Q2"]["vintage1_carry_forward"]);
        var after = KnownTable.Number((string)vintages["2023Q3"]["vintage2_late_value_link_recomputed"]);
        Assert.All(rows, row =>
        {
            Assert.Equal(("DEMO", "000001", "2023Q2", "2023Q3"), (row["index"], row["area"], row["from"], row["to"]));
            KnownTable.Equal(before, KnownTable.Number(row["before"]));
            KnownTable.Equal(after, KnownTable.Number(row["after"]));
        });
        Assert.Equal(
            [("P1", "A1", "new_data"), ("P1", "A3", "new_data"), ("P2", "B1", "new_data"), ("P2", "B1", "coverage"), ("P2", "B2", "new_data")],
            rows.Select(r => (r["group"], r["indicator"], r["cause"])));
        Assert.Equal(after - before, rows.Sum(r => KnownTable.Number(r["points"])), 1e-10);
    }

    [Fact]
    public async Task Compute_Rebased_ReadsHundredThere_AndGrowsAsBefore()
    {
        Assert.Equal(0, await Run(Composite()));
        var before = Headline();
        Assert.Equal(0, await Run(Composite(), "--rebase", "2023-Q1"));
        var after = Headline();

        KnownTable.Equal(100.0, after["2023Q1"]);
        Assert.All(before.Keys, period => KnownTable.Equal(before[period] / before["2023Q1"] * 100.0, after[period]));
        Assert.Equal(after["2023Q3"] - after["2023Q2"], _command.Rows("contributions.csv").Where(r => r["to"] == "2023Q3").Sum(r => KnownTable.Number(r["points"])), 1e-10);
    }

    [Fact]
    public async Task Compute_TheWorkedExample_GivesTheUncertaintyOfItsNewestPeriodBitByBit()
    {
        Assert.Equal(0, await Run(Composite(), "--last", "2023-Q2"));

        var known = KnownTable.Read("mc_summary.csv").ToDictionary(r => (string)r["statistic"], r => (string)r["value"]);
        var rows = _command.Rows("uncertainty.csv").ToDictionary(r => (r["normalisation"], r["output"]));
        Assert.Equal([("all", "index"), ("all", "change"), ("published", "index"), ("published", "change")], rows.Keys);
        Assert.All(rows.Values, r => Assert.Equal(("DEMO", "000001", "2023Q2", "2023Q1", "8192"), (r["index"], r["area"], r["period"], r["previous"], r["draws"])));
        Assert.Equal(KnownTable.Number(known["fixedN_q05"]), KnownTable.Number(rows[("published", "index")]["lower"]));
        Assert.Equal(KnownTable.Number(known["fixedN_q95"]), KnownTable.Number(rows[("published", "index")]["upper"]));
        Assert.Equal(KnownTable.Number(known["fixedN_pr_change_positive"]), KnownTable.Number(rows[("published", "change")]["probability_of_rise"]));
        Assert.Equal(KnownTable.Number(known["mean"]), KnownTable.Number(rows[("all", "index")]["mean"]));
        Assert.Equal("", rows[("all", "index")]["probability_of_rise"]);

        var shares = KnownTable.Read("sobol.csv").Where(r => ((string)r["group"]).Length == 1).ToList();
        var found = _command.Rows("sensitivity.csv");
        Assert.Equal(shares.Count, found.Count);
        Assert.All(shares.Zip(found), pair =>
        {
            Assert.Equal((string)pair.First["output"], pair.Second["output"]);
            Assert.Equal(KnownTable.Number((string)pair.First["S1"]), KnownTable.Number(pair.Second["first_order"]));
            Assert.Equal(KnownTable.Number((string)pair.First["ST_q95"]), KnownTable.Number(pair.Second["total_upper"]));
        });
    }

    [Fact]
    public async Task Compute_Rebased_KeepsTheProbabilityAndScalesTheInterval()
    {
        Assert.Equal(0, await Run(Composite(), "--last", "2023-Q2"));
        var before = Published();
        var level = Headline()["2023Q1"];
        Assert.Equal(0, await Run(Composite(), "--last", "2023-Q2", "--rebase", "2023-Q1"));
        var after = Published();

        Assert.Equal(KnownTable.Number(before.Index["lower"]) / level * 100.0, KnownTable.Number(after.Index["lower"]), 1e-10);
        Assert.Equal(KnownTable.Number(before.Change["sd"]) / level * 100.0, KnownTable.Number(after.Change["sd"]), 1e-10);
        Assert.Equal(before.Change["probability_of_rise"], after.Change["probability_of_rise"]);

        (IReadOnlyDictionary<string, string> Index, IReadOnlyDictionary<string, string> Change) Published() => (
            _command.Rows("uncertainty.csv").Single(r => (r["normalisation"], r["output"]) == ("published", "index")),
            _command.Rows("uncertainty.csv").Single(r => (r["normalisation"], r["output"]) == ("published", "change")));
    }

    [Theory]
    [InlineData("--rebase", "2030", "--rebase 2030")]
    [InlineData("--rebase", "soon", "--rebase soon")]
    [InlineData("--previous-as-of", "soon", "--previous-as-of soon")]
    public async Task Compute_WithAnOptionThatCannotBeMet_EndsWithCode2(string option, string value, string message)
    {
        Assert.Equal(2, await Run(Composite(), option, value));
        Assert.Contains(message, _command.Error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(_command.Out));
    }

    [Fact]
    public async Task Compute_TheHumanDevelopmentIndex_GivesThePublishedDecimalsOfEveryCountry()
    {
        string[] components = ["life_expectancy", "expected_years_schooling", "mean_years_schooling", "gni_per_capita_ppp2017"];
        var countries = KnownTable.Read("hdi_2021_hdr2122.csv");
        var observations = _command.Put("hdi.csv", "indicator,area,period,value\n" + string.Concat(
            countries.SelectMany(c => components.Select(i => $"{i},{c["iso3"]},2021,{c[i]}\n"))));

        Assert.Equal(0, await _command.Run(
            "compute", "--methodology", KnownValue.Path("hdi.yaml"), "--observations", observations, "--out", _command.Out));

        var computed = _command.Rows("index.csv").Where(r => r["node"] == "HDI").ToDictionary(r => r["area"], r => decimal.Parse(r["value"], NumberStyles.Float, CultureInfo.InvariantCulture));
        Assert.Equal(191, computed.Count);
        Assert.All(countries, c => Assert.Equal(
            Math.Round((decimal)KnownTable.Number((string)c["hdi_published"]), 3),
            Math.Round(computed[(string)c["iso3"]], 3, MidpointRounding.AwayFromZero)));
    }

    [Fact]
    public async Task Compute_ThePriceExample_AgreesToItsDigits()
    {
        Assert.Equal(0, await _command.Run(
            "compute", "--methodology", KnownValue.Path("prices.yaml"), "--deals", KnownValue.Path("ifpi_deals.csv"), "--out", _command.Out));

        var known = KnownTable.Read("ifpi_index.csv").Single(r => (string)r["formula"] == "lowe" && (string)r["type"] == "chained");
        var rows = _command.Rows("index.csv");
        foreach (var period in new[] { "2023-01", "2023-02", "2023-03" })
            KnownTable.Equal(
                KnownTable.Number((string)known[period]),
                KnownTable.Number(Assert.Single(rows, r => r["period"] == period && r["node"] == "PRICES")["value"]));
        var moves = KnownTable.Read("ifpi_contributions.csv").Where(r => (string)r["measure"] == "lowe_points").ToList();
        Assert.NotEmpty(moves);
        Assert.All(moves.Where(m => ((string)m["cell"]).Contains('-', StringComparison.Ordinal)), m => KnownTable.Equal(
            KnownTable.Number((string)m["value"]),
            KnownTable.Number(Assert.Single(_command.Rows("contributions.csv"), r => (r["from"], r["to"], r["indicator"]) == ((string)m["from"], (string)m["to"], (string)m["cell"]))["points"])));
    }

    [Fact]
    public async Task Compute_Writes_PlainUtf8WithLineFeeds_TheSameEveryTime()
    {
        await Compute("composite-1.0.0.yaml");
        var first = await File.ReadAllBytesAsync(Path.Combine(_command.Out, "index.csv"), TestContext.Current.CancellationToken);
        await Compute("composite-1.0.0.yaml");

        Assert.Equal("index,area,period,node,value,status,coverage,published\n"u8, first.AsSpan(0, first.AsSpan().IndexOf((byte)'\n') + 1));
        Assert.DoesNotContain((byte)'\r', first);
        Assert.Equal(first, await File.ReadAllBytesAsync(Path.Combine(_command.Out, "index.csv"), TestContext.Current.CancellationToken));
        Assert.Equal(["contributions.csv", "index.csv", "sensitivity.csv", "uncertainty.csv"], Directory.EnumerateFileSystemEntries(_command.Out).Select(Path.GetFileName).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Compute_OneAreaUpToAPeriod_LeavesOutTheRest()
    {
        var observations = Composite(Composite().Split('\n', 2)[1].Replace("000001", "000002", StringComparison.Ordinal));

        Assert.Equal(0, await Run(observations, "--area", "000002", "--last", "2023-Q1"));

        Assert.Equal([("000002", "2022Q4"), ("000002", "2023Q1")], _command.Rows("index.csv").Select(r => (r["area"], r["period"])).Distinct());
    }

    private Task<int> Compute(params string[] methodologies) => _command.Run([
        "compute", .. methodologies.SelectMany(m => new[] { "--methodology", KnownValue.Path(m) }),
        "--observations", _command.Put("observations.csv", Composite()), "--out", _command.Out]);

    private Task<int> Run(string observations, params string[] more) => _command.Run([
        "compute", "--methodology", KnownValue.Path("composite-1.0.0.yaml"), "--methodology", KnownValue.Path("composite-2.0.0.yaml"),
        "--observations", _command.Put("observations.csv", observations), "--out", _command.Out, .. more]);

    private Dictionary<string, double> Headline() =>
        _command.Rows("index.csv").Where(r => r["node"] == "DEMO").ToDictionary(r => r["period"], r => KnownTable.Number(r["value"]));

    /// <summary>The worked example's inputs as observations of one area; blanks stay blank.</summary>
    private static string Composite(string more = "") => "indicator,area,period,value,available_at\n" + string.Concat(
        KnownTable.Read("composite_inputs.csv").Select(r => $"{r["indicator"]},000001,{r["period"]},{r["value"]},\n")) + more;
}
