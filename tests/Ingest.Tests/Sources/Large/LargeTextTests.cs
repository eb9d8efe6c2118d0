using Indices.Observations;
using Ingest.Sources;
using Ingest.Sources.Large;
using Ingest.Tests.Samples;
using Xunit;

namespace Ingest.Tests.Sources.Large;

public sealed class LargeTextTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("large-test-").FullName;

    public static TheoryData<string> Texts => [.. SamplesTests.Files.Where(f => Path.GetExtension(f) is ".csv" or ".tsv" or ".txt").Select(f => Path.GetFileName(f)!)];

    [Theory]
    [MemberData(nameof(Texts))]
    public void Parts_OfASample_SayWhatTheWholeSays(string name)
    {
        var path = SamplesTests.Files.Single(f => Path.GetFileName(f) == name);
        var whole = StatisticsFile.Read(File.ReadAllBytes(path), SamplesTests.Context);
        using var file = File.OpenRead(path);
        if (LargeText.Of(file, SamplesTests.Context, from: 0) is not { } large)
            return;

        var parts = large.Parts(SamplesTests.Context, _folder).ToList();

        Assert.Equal(whole.Observations.OrderBy(o => o.Row), parts.SelectMany(p => p.Observations).OrderBy(o => o.Row));
        Assert.Equal(InOrder(whole.Faults), InOrder(parts.SelectMany(p => p.Faults)));
        Assert.Equal(InOrder(whole.Remarks), InOrder(parts.SelectMany(p => p.Remarks)));
        Assert.Equal(whole.IgnoredColumns, parts.SelectMany(p => p.IgnoredColumns));
    }

    [Fact]
    public void Of_TheSamples_TakesThoseWithAnObservationARow() => Assert.InRange(Texts.Count(t =>
    {
        using var file = File.OpenRead(SamplesTests.Files.Single(f => Path.GetFileName(f) == t.Data));
        return LargeText.Of(file, SamplesTests.Context, from: 0) is not null;
    }), 20, Texts.Count);

    [Fact]
    public void Parts_OfManyRows_KeepAllOfAnIndicatorAndScopeTogetherInFileOrder()
    {
        string[] indicators = ["CMVI-LISTED-CUM", "CMVI-REITS", "CMVI-EQUITY-RAISED"];
        var lines = Enumerable.Range(0, 30_000).Select(i => $"{indicators[i % 3]},330100,{1990 + i / 3 % 24 / 12}-{i / 3 % 24 % 12 + 1:00},{i},s{i / 72}");
        using var file = new MemoryStream(System.Text.Encoding.UTF8.GetBytes("indicator,area,period,value,scope\n" + string.Join('\n', lines)));

        var parts = LargeText.Of(file, SamplesTests.Context, from: 0)!.Parts(SamplesTests.Context, _folder).Skip(1).ToList();

        Assert.Equal(256, parts.Count);
        Assert.Equal(3 * 417, parts.Sum(p => p.Observations.Select(o => (o.Series.Indicator, o.Series.Scope)).Distinct().Count()));
        Assert.All(parts, p => Assert.Equal(p.Observations.Select(o => o.Row).Order(), p.Observations.Select(o => o.Row)));
        Assert.Equal(Enumerable.Range(0, 30_000), parts.SelectMany(p => p.Observations).Select(o => int.Parse(o.ValueText!, System.Globalization.CultureInfo.InvariantCulture)).Order());
    }

    [Fact]
    public void Parts_OfAFileThatIsWrongEverywhere_AreTheFirstFaultsAlone()
    {
        var good = "CMVI-LISTED-CUM,330100,2024-01,1\n";
        using var file = new MemoryStream(System.Text.Encoding.UTF8.GetBytes(
            "indicator,area,period,value\n" + good + string.Concat(Enumerable.Repeat("CMVI-LISTED-CUM,330100,nonsense,1\n", 100_001))));

        var part = Assert.Single(LargeText.Of(file, SamplesTests.Context, from: 0)!.Parts(SamplesTests.Context, _folder));

        Assert.Empty(part.Observations);
        Assert.Equal(101, part.Faults.Count);
        Assert.StartsWith("100001 rows cannot be read", part.Faults[0].English, StringComparison.Ordinal);
        Assert.Equal((3, "period", "nonsense"), (part.Faults[1].Row, part.Faults[1].Column, part.Faults[1].Text));
    }

    [Fact]
    public void Parts_AfterAQuoteThatNothingCloses_GoOnBelowAMillionCharacters()
    {
        var row = "CMVI-LISTED-CUM,330100,2024-01,1,s\n";
        using var file = new MemoryStream(System.Text.Encoding.UTF8.GetBytes(
            "indicator,area,period,value,scope\n\"" + string.Concat(Enumerable.Range(0, 40_000).Select(i => row.Replace("s\n", $"s{i}\n", StringComparison.Ordinal)))));

        var parts = LargeText.Of(file, SamplesTests.Context, from: 0)!.Parts(SamplesTests.Context, _folder).ToList();

        var fault = Assert.Single(parts.SelectMany(p => p.Faults));
        var rows = parts.SelectMany(p => p.Observations).ToList();
        Assert.Equal(2, fault.Row);
        Assert.Contains($"down to line {rows.Min(r => r.Row) - 1} ", fault.English, StringComparison.Ordinal);
        Assert.Equal(40_001, rows.Max(r => r.Row));
    }

    [Fact]
    public void Parts_LeftEarly_LeaveNoFileBehind()
    {
        using var file = File.OpenRead(SamplesTests.Files.First(f => Path.GetFileName(f) == "repeated-same.csv"));

        _ = LargeText.Of(file, SamplesTests.Context, from: 0)!.Parts(SamplesTests.Context, _folder).First();

        Assert.Empty(Directory.EnumerateFileSystemEntries(_folder));
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static IEnumerable<string> InOrder(IEnumerable<RowFault> faults) => faults.Select(f => f.ToString()).Order(StringComparer.Ordinal);
}
