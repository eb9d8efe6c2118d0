using TestSupport;
using Xunit;

namespace Dashboard.Tests.CommandLine;

public sealed class LabCommandTests : IDisposable
{
    private static readonly string[] s_files =
    [
        "availability.csv", "consistency.csv", "correlations.csv", "importance.csv", "leave_one_out.csv", "leave_one_out_agreement.csv",
        "robustness.csv", "treatments.csv", "variants.csv", "variants_agreement.csv", "weights.csv",
    ];

    private readonly CommandRun _command = new();

    public void Dispose() => _command.Dispose();

    [Fact]
    public async Task Lab_OfAsem_SetsThePeersResultsSideBySide()
    {
        Assert.Equal(0, await Asem());

        Assert.Equal(s_files, Directory.EnumerateFiles(_command.Out).Select(Path.GetFileName).Order(StringComparer.Ordinal));
        var geometric = KnownTable.Read("asem_G_gmean_1_100.csv").ToDictionary(r => (string)r["uCode"]);
        var published = KnownTable.Read("asem_A6_aggregated_amean.csv").ToDictionary(r => (string)r["uCode"]);
        var ranks = KnownTable.Read("asem_A7_ranks.csv").ToDictionary(r => (string)r["uCode"]);
        var rows = _command.Rows("variants.csv").Where(r => Choice(r) == "none/minmax/file/geometric").ToList();
        Assert.Equal(51, rows.Count);
        Assert.All(rows, row =>
        {
            KnownTable.Equal(KnownTable.Number((string)geometric[row["unit"]]["Index"]), KnownTable.Number(row["value"]));
            KnownTable.Equal(KnownTable.Number((string)published[row["unit"]]["Index"]), KnownTable.Number(row["published"]));
            Assert.Equal((string)ranks[row["unit"]]["Index"], row["published_rank"]);
            Assert.Equal(1 + rows.Count(other => KnownTable.Number(other["value"]) > KnownTable.Number(row["value"])), KnownTable.Number(row["rank"]));
        });
    }

    [Fact]
    public async Task Lab_OfAsem_WritesTheDiagnosticsOfThePeer()
    {
        Assert.Equal(0, await Asem());

        var alpha = _command.Rows("consistency.csv").ToDictionary(r => r["group"], r => KnownTable.Number(r["alpha"]));
        Assert.All(KnownTable.Read("asem_cronbach.csv"), known => KnownTable.Equal(KnownTable.Number((string)known["alpha"]), alpha[(string)known["group"]]));
        var entropy = _command.Rows("weights.csv").Where(r => r["method"] == "entropy").ToDictionary(r => r["node"], r => KnownTable.Number(r["weight"]));
        Assert.All(
            KnownTable.Read("asem_W_entropy_critic.csv").Where(r => (string)r["data"] == "minmax_0_100" && (string)r["scope"] == "by_pillar"),
            known => KnownTable.Equal(KnownTable.Number((string)known["entropy_scikit_criteria"]), entropy[(string)known["iCode"]]));
        Assert.Equal(49, _command.Rows("treatments.csv").Count);
        Assert.Equal(51, _command.Rows("robustness.csv").Count);
        Assert.Equal(59, _command.Rows("leave_one_out_agreement.csv").Count);
    }

    [Fact]
    public async Task Lab_WithAReferenceUnit_GivesItFullMarks()
    {
        Assert.Equal(0, await Asem("--reference", "SGP", "--draws", "10"));

        var row = Assert.Single(_command.Rows("variants.csv"), r => Choice(r) == "none/reference/file/arithmetic" && r["unit"] == "SGP");
        Assert.Equal(100.0, KnownTable.Number(row["value"]), 1e-9);
    }

    [Theory]
    [InlineData("HZ-CMVI")]
    [InlineData("HZ-FCEI")]
    [InlineData("HZ-FTDI")]
    [InlineData("HZ-FTII")]
    [InlineData("HZ-IFPI")]
    [InlineData("HZ-STFI")]
    public async Task Lab_OfEverySeededIndex_ComparesItsPeriods(string index)
    {
        var versions = Directory.EnumerateFiles(RepositoryRoot.File("data", "seed", "methodology"), index + "-*.yaml").SelectMany(f => new[] { "--methodology", f });
        string[] data = index == "HZ-IFPI"
            ? ["--deals", RepositoryRoot.File("data", "seed", "demo", "deals.csv")]
            : ["--observations", _command.Put("observations.csv", Demo(index + ".csv") + Demo("denominators.csv").Split('\n', 2)[1])];

        Assert.Equal(0, await _command.Run(
            ["lab", .. versions, .. data, "--catalogue", RepositoryRoot.File("data", "seed", "catalogue.yaml"), "--out", _command.Out, "--draws", "20"]));

        var own = _command.Rows("variants.csv").Where(r => Choice(r) == "none/file/file/file" && r["published"].Length > 0).ToList();
        Assert.NotEmpty(own);
        Assert.All(own, row => Assert.Empty(row["rank"]));
        Assert.True(KnownTable.Number(Assert.Single(_command.Rows("variants_agreement.csv"), r => Choice(r) == "none/file/file/file")["pearson"]) > 0.99);
        Assert.True(_command.Rows("variants.csv").Select(Choice).Distinct().Count() > 30);
    }

    [Theory]
    [InlineData("--reference", "XXX", "--reference XXX")]
    [InlineData("--draws", "0", "--draws 0")]
    [InlineData("--last", "soon", "--last soon")]
    public async Task Lab_WithAnOptionThatCannotBeMet_EndsWithCode2(string option, string value, string message)
    {
        Assert.Equal(2, await Asem(option, value));
        Assert.Contains(message, _command.Error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(_command.Out));
    }

    private static string Choice(IReadOnlyDictionary<string, string> row) =>
        string.Join('/', row["treatment"], row["normalisation"], row["weights"], row["aggregation"]);

    private static string Demo(string file) => File.ReadAllText(RepositoryRoot.File("data", "seed", "demo", file));

    private Task<int> Asem(params string[] more)
    {
        var table = KnownTable.Read("asem_A4_treated.csv");
        var observations = _command.Put("asem.csv", "indicator,area,period,value\n" + string.Concat(
            table.SelectMany(row => row.Skip(1).Select(cell => $"{cell.Key},{row["uCode"]},2018,{cell.Value}\n"))));
        return _command.Run(["lab", "--methodology", KnownValue.Path("asem.yaml"), "--observations", observations, "--out", _command.Out, .. more]);
    }
}
