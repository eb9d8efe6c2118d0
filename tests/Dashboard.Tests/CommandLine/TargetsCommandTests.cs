using TestSupport;
using Xunit;

namespace Dashboard.Tests.CommandLine;

public sealed class TargetsCommandTests : IDisposable
{
    private const string Header = "indicator,area,period,value,status,available_at\n";

    // The example's column, then the verb's.
    private static readonly (string Example, string Column)[] s_columns =
    [
        ("baseline", "baseline"), ("current", "value"), ("goal", "goal"), ("progress_pct", "progress_percent"), ("attainment_pct", "attainment_percent"),
        ("path_value", "path_value"), ("path_ratio", "path_ratio"), ("required_annual_growth_pct", "required_annual_growth_percent"),
        ("required_per_year", "required_per_year"), ("forecast", "forecast"), ("lo", "forecast_low"), ("hi", "forecast_high"), ("p_meet", "probability"),
        ("cagr_pct", "compound_growth_percent"), ("years_met", "years_met"), ("p_each_year", "probability_each_year"), ("n_eff", "events"), ("e_eff", "event_years"),
    ];

    private readonly CommandRun _command = new();

    public void Dispose() => _command.Dispose();

    [Fact]
    public async Task Targets_OfTheWorkedExample_GiveItsFigures()
    {
        Assert.Equal(0, await Run(TargetExample.Observations));

        var rows = Rows().Where(r => r["part"].Length == 0).ToDictionary(r => r["code"]);
        var expected = KnownTable.Read("targets_results.csv");
        Assert.Equal(5, expected.Count);
        foreach (var example in expected)
        {
            var row = rows[((string)example["target"]).Split(' ')[0]];
            foreach (var (name, column) in s_columns)
                Equal((string)example[name], row[column], $"{row["code"]} {column}");
            Assert.Equal((string)example["rag"], row["rating"] switch { "on_track" => "GREEN", "behind" => "AMBER", "far_behind" => "RED", var other => other });
            Assert.Equal(("1", "2024", "2025-12-31", "0.9", ""), (row["area"], row["period"], row["forecast_day"], row["interval_level"], row["verdict"]));
        }
        Assert.Equal("", _command.Error);
    }

    [Fact]
    public async Task Targets_OfTheWorkedExample_HaveARowForEachMemberAndYear()
    {
        Assert.Equal(0, await Run(TargetExample.Observations));

        var parts = Rows().Where(r => r["part"].Length > 0).ToList();
        var members = parts.Where(r => r["code"] == "CLUSTER-DEMO").ToDictionary(r => r["part"]);
        foreach (var expected in ((string)KnownTable.Read("targets_results.csv")[4]["p_each"]).Split(';').Select(p => p.Split('=')))
            Equal(expected[1], members[expected[0]]["probability"], expected[0]);
        Assert.Equal(("1010", "1000", "1"), (members["跨境支付"]["value"], members["跨境支付"]["goal"], members["跨境支付"]["met"]));
        Assert.Equal([("2023", "24.1", "1"), ("2024", "18.3", "0"), ("2025", "", "")],
            parts.Where(r => r["code"] == "GROWTH-DEMO").Select(r => (r["part"], r["value"], r["met"])));
    }

    [Fact]
    public async Task Targets_RowsInAnyOrder_GiveTheSameBytes()
    {
        Assert.Equal(0, await Run(TargetExample.Observations));
        var before = File.ReadAllBytes(Out);
        var lines = TargetExample.Observations.TrimEnd().Split('\n');

        Assert.Equal(0, await Run(string.Join('\n', lines[1..].Reverse().Prepend(lines[0])) + "\n"));

        Assert.Equal(before, File.ReadAllBytes(Out));
    }

    [Fact]
    public async Task Targets_AfterACensus_GiveBothVerdicts()
    {
        var observations = Header + "LEVEL-DEMO,1,2022,2000,A,2023-01-20\nLEVEL-DEMO,1,2025,3010,P,2026-01-20\nLEVEL-DEMO,1,2025,2990,A,2027-03-28\n";

        Assert.Equal(0, await Run(observations, "2027-06-01"));

        var row = Rows()[0];
        Assert.Equal(("not_achieved", "achieved", "not_achieved"), (row["verdict"], row["first_published_verdict"], row["latest_revised_verdict"]));
        Assert.Equal(("3010", "1", "2990", "0"), (
            row["first_published_value"], row["first_published_provisional"], row["latest_revised_value"], row["latest_revised_provisional"]));
        Assert.Contains("was first published (2026-01-20) as 3010", row["verdict_difference_en"], StringComparison.Ordinal);
        Assert.Contains("首次公布", row["verdict_difference_zh"], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2026-01-19", "2000")]
    [InlineData("2026-01-20", "3010")]
    [InlineData("2026-01-20T12:00:00+08:00", "2000")]
    public async Task Targets_AsOfADay_UseWhatWasKnownByItsEnd(string asOf, string value)
    {
        Assert.Equal(0, await Run(Header + "LEVEL-DEMO,1,2022,2000,A,2023-01-20\nLEVEL-DEMO,1,2025,3010,P,2026-01-20\n", asOf));

        Assert.Equal(value, Rows()[0]["value"]);
    }

    [Fact]
    public async Task Targets_OfSeveralAreas_AreAssessedAreaByArea()
    {
        const string two = "indicator,area,period,value\nLEVEL-DEMO,2,2024,5\nLEVEL-DEMO,1,2024,7\n";

        Assert.Equal(0, await Run(two));
        Assert.Equal([("1", "7"), ("2", "5")], Rows().Where(r => r["code"] == "LEVEL-DEMO").Select(r => (r["area"], r["value"])));

        Assert.Equal(0, await Run(two, "2025-02-01", "--area", "2"));
        Assert.Equal(["2"], Rows().Select(r => r["area"]).Distinct());
    }

    [Fact]
    public async Task Targets_OfTheDocumentOnTheDemonstration_HaveAForecastForEveryKind()
    {
        var seed = Directory.EnumerateFiles(RepositoryRoot.File("data", "seed", "demo"), "*.csv").Order(StringComparer.Ordinal)
            .Select(File.ReadAllLines).Where(lines => lines[0].StartsWith("indicator,", StringComparison.Ordinal)).ToList();
        var header = Assert.Single(seed.Select(lines => lines[0]).Distinct());
        var observations = _command.Put("demo.csv", string.Join('\n', seed.SelectMany(lines => lines[1..]).Prepend(header)) + "\n");

        Assert.Equal(0, await _command.Run(
            "targets", "--targets", RepositoryRoot.File("data", "seed", "targets.yaml"), "--observations", observations, "--as-of", "2025-06-30", "--out", Out));

        var rows = Rows().Where(r => r["part"].Length == 0).ToList();
        Assert.Equal(11, rows.Count);
        Assert.All(rows, row => Assert.NotEqual("", row["probability"]));
    }

    [Theory]
    [InlineData("indicator,area,period,value\nLEVEL-DEMO,1,2024,12%\n", "o.csv:2: value: \"12%\"")]
    [InlineData("indicator,area,period,value\nLEVEL-DEMO,1,2024,1\nLEVEL-DEMO,1,2024Q7,1\n", "o.csv:3: period: \"2024Q7\"")]
    [InlineData("indicator,area,period,value\nLEVEL-DEMO,1,2024,-4\n", "o.csv:2: value: \"-4\"")]
    [InlineData("indicator,area,period,value\nZZ,1,2024,4\n", "Nothing that a target can use")]
    [InlineData("indicator,area,value\nLEVEL-DEMO,1,4\n", "o.csv:1: period:")]
    [InlineData("deal,pricing_date,product,tenor_years,rating,industry,entity,amount_100m,coupon_pct,upfront_fee_pct,annual_fee_pct\nD,2023-01-06,INF,5,AAA,w,E,1,4,0,0\n", "Not a file of observations")]
    public async Task Targets_BadObservations_EndWithCode2_AndWriteNothing(string text, string message)
    {
        Assert.Equal(2, await Run(text));

        Assert.Contains(message, _command.Error, StringComparison.Ordinal);
        Assert.Matches("[\u4e00-\u9fff]", _command.Error);
        Assert.False(File.Exists(Out));
    }

    [Fact]
    public async Task Targets_BadTargetFile_NamesFileAndLine()
    {
        var targets = _command.Put("bad.yaml", KnownValue.Text("targets.yaml").Replace("kind: level, operator: gt", "kind: level, operator: around", StringComparison.Ordinal));

        Assert.Equal(2, await _command.Run(
            "targets", "--targets", targets, "--observations", _command.Put("o.csv", TargetExample.Observations), "--as-of", "2025-02-01", "--out", Out));
        Assert.Matches(@"bad\.yaml:10: .*around", _command.Error);
    }

    [Theory]
    [InlineData("soon", "--as-of soon")]
    [InlineData("2025-02-30", "--as-of 2025-02-30")]
    public async Task Targets_AsOfNoDay_EndWithCode2(string asOf, string message)
    {
        Assert.Equal(2, await Run(TargetExample.Observations, asOf));
        Assert.Contains(message, _command.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Targets_CodesThatNoTargetUses_AreNamedAndDoNotStop()
    {
        Assert.Equal(0, await Run("indicator,area,period,value\nLEVEL-DEMO,1,2024,5\nZZ,1,2024,4\n"));
        Assert.Contains("o.csv:3: indicator: \"ZZ\"", _command.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Targets_WithoutWhatTheyNeed_EndWithCode2() => Assert.Equal(2, await _command.Run("targets"));

    private string Out => Path.Combine(_command.Out, "targets.csv");

    private Task<int> Run(string observations, string asOf = "2025-02-01", params string[] more) => _command.Run([
        "targets", "--targets", KnownValue.Path("targets.yaml"), "--observations", _command.Put("o.csv", observations), "--as-of", asOf, "--out", Out, .. more]);

    private IReadOnlyList<IReadOnlyDictionary<string, string>> Rows() => KnownTable.Parse(File.ReadAllText(Out));

    /// <summary>1e-9 relative, however small.</summary>
    private static void Equal(string expected, string actual, string what)
    {
        if (expected.Length == 0 || actual.Length == 0)
            Assert.True(expected.Length == actual.Length, $"{what}: expected \"{expected}\", got \"{actual}\"");
        else
            Assert.True(Math.Abs(KnownTable.Number(expected) - KnownTable.Number(actual)) <= 1e-9 * Math.Abs(KnownTable.Number(expected)), $"{what}: expected {expected}, got {actual}");
    }
}
