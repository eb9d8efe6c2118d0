using System.Globalization;
using TestSupport;
using Xunit;

namespace Dashboard.Tests.CommandLine;

public sealed class DistrictCommandTests : IDisposable
{
    private const string Methodology =
        """
        code: XX
        version: 1.0.0
        name_zh: 样例
        freq: Q
        areas: ['330100']
        district_edition: A
        base: {period: 2022, value: 100}
        district: {rank_published: false}
        indicators:
        - {code: I, worst: 0, best: 1, weight: 1, district: true}
        """;

    private readonly CommandRun _command = new();

    public void Dispose() => _command.Dispose();

    [Fact]
    public async Task District_WritesAreasWithScoreIndexRankAndTies()
    {
        Assert.Equal(0, await Run("330102,2022-Q4,10", "330105,2022-Q4,30", "330106,2022-Q4,30", "330102,2023-Q4,35", "330105,2023-Q4,30", "330105,2024-Q1,1", "330100,2024-Q4,1"));

        // Goalposts 5 and 35; 2024 is not over, and what the city has counts for nothing.
        var rows = _command.Rows("areas.csv");
        Assert.Equal(
            [
                ("330102", "2022", "1", "3", "1"), ("330102", "2023", "1", "1", "1"), ("330105", "2022", "1", "1", "2"), ("330105", "2023", "1", "2", "1"),
                ("330106", "2022", "1", "1", "2"), ("330106", "2023", "0", "", "0"),
            ],
            rows.Select(r => (r["area"], r["period"], r["published"], r["rank"], r["ties"])));
        Assert.All(rows, r => Assert.Equal(("XX-D", "0"), (r["index"], r["rank_published"])));
        Assert.Equal(100.0, Number(rows[1]["score"]), 1e-12);
        Assert.Equal(150.0, Number(rows[1]["value"]), 1e-10);
        Assert.Equal(["A", "A", "A", "A", "A", "U"], rows.Select(r => r["status"]));
        Assert.Equal(["1", "1", "1", "1", "1", "0"], rows.Select(r => r["coverage"]));
        Assert.Equal(rows.Select(r => (r["area"], r["period"], r["value"])), _command.Rows("index.csv").Select(r => (r["area"], r["period"], r["value"])));
    }

    [Fact]
    public async Task District_WithACatalogue_ListsEveryDistrictOfIt()
    {
        Assert.Equal(0, await Run(["330102,2022-Q4,10", "330105,2022-Q4,30"], "--catalogue", RepositoryRoot.File("data", "seed", "catalogue.yaml")));

        Assert.Equal(13, _command.Rows("areas.csv").Count);
        Assert.Equal(["330105", "330102"], _command.Rows("areas.csv").Where(r => r["rank"].Length > 0).OrderBy(r => r["rank"]).Select(r => r["area"]));
        Assert.Contains("11 areas have no value in the goalpost period", _command.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--area", "330102", "--area")]
    [InlineData("--rebase", "2023", "--rebase")]
    [InlineData("--previous-as-of", "2023-01-01", "--previous-as-of")]
    [InlineData("--last", "2023-Q4", "--last")]
    public async Task District_WithAnOptionThatCannotBeMet_EndsWithCode2(string option, string value, string message)
    {
        Assert.Equal(2, await Run(["330102,2022-Q4,10", "330105,2022-Q4,30"], option, value));
        Assert.Contains(message, _command.Error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(_command.Out));
    }

    [Fact]
    public async Task District_OfAnIndexWithoutAnEdition_EndsWithCode2()
    {
        var observations = _command.Put("o.csv", "indicator,area,period,value\nlife_expectancy,A,2021,70\n");
        Assert.Equal(2, await _command.Run(
            "compute", "--methodology", KnownValue.Path("hdi.yaml"), "--observations", observations, "--out", _command.Out, "--district"));
        Assert.Contains("has no district edition", _command.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task District_WithoutAWholeYear_EndsWithCode2()
    {
        Assert.Equal(2, await Run("330100,2022-Q4,10"));
        Assert.Contains("No data of districts", _command.Error, StringComparison.Ordinal);
    }

    private Task<int> Run(params string[] rows) => Run(rows, []);

    private Task<int> Run(string[] rows, params string[] options) => _command.Run(
        ["compute", "--methodology", _command.Put("xx.yaml", Methodology),
            "--observations", _command.Put("o.csv", "indicator,area,period,value\n" + string.Concat(rows.Select(r => $"I,{r}\n"))),
            "--out", _command.Out, "--district", .. options]);

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);
}
