using TestSupport;
using Xunit;

namespace Dashboard.Tests.CommandLine;

public sealed class IngestCommandTests : IDisposable
{
    private const string Header = "indicator,area,period,value\n";
    private readonly CommandRun _command = new();

    public void Dispose() => _command.Dispose();

    [Fact]
    public async Task Ingest_GoodFiles_StoresThemOnce()
    {
        var observations = _command.Put("observations.csv", Header + "FCEI-PLATFORM-COVERAGE,330100,2024-Q1,0.9\nFCEI-PLATFORM-COVERAGE,330100,2024-Q2,0.88\n");
        var deals = KnownValue.Path("ifpi_deals.csv");

        Assert.Equal(0, await Ingest(observations, deals));
        Assert.Contains("2 added", _command.Output, StringComparison.Ordinal);
        Assert.Contains("18 deals", _command.Output, StringComparison.Ordinal);
        Assert.Equal(0, await Ingest(observations));
        Assert.Contains("Already known", _command.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Ingest_BadRows_NamesThemEachTimeWithCode2_AndKeepsTheOthers()
    {
        var file = _command.Put("q1.csv", Header + "FCEI-PLATFORM-COVERAGE,330100,2024-Q1,0.9\nFCEI-PLATFORM-COVERAGE,330100,2024-Q2,n/a\n");

        for (var time = 0; time < 2; time++)
        {
            Assert.Equal(2, await Ingest(file));
            Assert.Contains("q1.csv:3: value: \"n/a\"", _command.Error, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Ingest_AMissingFile_StoresNothing()
    {
        var file = _command.Put("q1.csv", Header + "FCEI-PLATFORM-COVERAGE,330100,2024-Q1,0.9\n");

        Assert.Equal(2, await Ingest(file, "none.csv"));
        Assert.Contains("none.csv", _command.Error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(_command.Out));
    }

    [Fact]
    public async Task Ingest_NoFile_EndsWithCode2() => Assert.Equal(2, await Ingest());

    [Fact]
    public async Task GenerateDemo_GivesTheBytesThatComeWithTheProgram()
    {
        var seeds = RepositoryRoot.File("data", "seed", "demo");
        Directory.CreateDirectory(_command.Out);
        File.Copy(Path.Combine(seeds, "anchors.yaml"), Path.Combine(_command.Out, "anchors.yaml"));

        Assert.Equal(0, await _command.Run("generate-demo", "--out", _command.Out, "--seed", RepositoryRoot.File("data", "seed")));

        Assert.All(Directory.EnumerateFiles(seeds, "*.csv"), path =>
            Assert.Equal(File.ReadAllBytes(path), File.ReadAllBytes(Path.Combine(_command.Out, Path.GetFileName(path)))));
    }

    [Fact]
    public async Task GenerateDemo_WithoutAnchors_EndsWithCode2()
    {
        Assert.Equal(2, await _command.Run("generate-demo", "--out", _command.Out, "--seed", RepositoryRoot.File("data", "seed")));
        Assert.Contains("anchors.yaml", _command.Error, StringComparison.Ordinal);
    }

    private Task<int> Ingest(params string[] files) =>
        _command.Run(["ingest", .. files, "--data", _command.Out, "--seed", RepositoryRoot.File("data", "seed")]);
}
