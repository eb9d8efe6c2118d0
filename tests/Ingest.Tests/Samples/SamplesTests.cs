using System.Globalization;
using Indices.Methodology;
using Indices.Observations;
using Indices.Sources;
using Ingest.Sources;
using Ingest.Tests.Sources.Csv;
using Ingest.Validation;
using TestSupport;
using Xunit;

namespace Ingest.Tests.Samples;

/// <summary>Each file of this folder holds one fault or form of real statistics; <c>expected.txt</c> lists what is read from it and what is said.</summary>
public class SamplesTests
{
    private static readonly string s_folder = RepositoryRoot.File("tests", "Ingest.Tests", "Samples");

    internal static FileContext Context { get; } = Reading.AtTheDoor with
    {
        Area = "330100",
        Series = new KnownSeries(SeedDefinitions.All),
        Source = new Source("SAMPLE", new LocalText("样例局", "Sample bureau"), SourceKind.Csv, "", null, null, "", "", null, false, null, null, null, null, true,
            [new SourceSeries("CMVI-EQUITY-RAISED", Measures.Value, "股权融资(含再融资)", null, null, null, null, [])]),
    };

    internal static IReadOnlyList<string> Files { get; } = [.. Directory.EnumerateFiles(s_folder)
        .Where(f => Path.GetExtension(f) != ".cs" && Path.GetFileName(f) != "expected.txt").Order(StringComparer.Ordinal)];

    public static TheoryData<string, string> Expected()
    {
        var expected = new TheoryData<string, string>();
        foreach (var block in File.ReadAllText(Path.Combine(s_folder, "expected.txt")).Split("## ").Skip(1))
            expected.Add(block[..block.IndexOf('\n', StringComparison.Ordinal)], block[(block.IndexOf('\n', StringComparison.Ordinal) + 1)..].Trim());
        return expected;
    }

    [Theory]
    [MemberData(nameof(Expected))]
    public void Sample_GivesItsRowsAndMessages(string file, string expected)
    {
        var actual = Told(StatisticsFile.Read(File.ReadAllBytes(Path.Combine(s_folder, file)), Context));

        if (actual != expected)
            Assert.Fail($"## {file}\n{actual}\n");
    }

    [Fact]
    public void EverySample_IsExpected() =>
        Assert.Equal(Files.Select(Path.GetFileName), Expected().Select(row => row.Data.Item1).Order(StringComparer.Ordinal));

    [Fact]
    public void EveryMessage_IsInBothLanguages() => Assert.All(
        Files.SelectMany(f => StatisticsFile.Read(File.ReadAllBytes(f), Context) is var content ? content.Faults.Concat(content.Remarks) : []),
        message => Assert.True(message.Chinese.Any(c => c is >= '一' and <= '鿿') && message.English.Any(char.IsAsciiLetter), message.English));

    private static string Told(FileContent content) => string.Join('\n',
        content.Observations.Select(Row)
            .Concat(content.Faults.Select(f => "refused " + Message(f)))
            .Concat(content.Remarks.Select(f => "remark " + Message(f)))
            .Concat(content.IgnoredColumns.Take(2).Select(c => "column not read: " + c)));

    private static string Row(NewObservation o) => string.Create(CultureInfo.InvariantCulture,
        $"{o.Series.Indicator} {o.Series.Measure} {o.Series.Area} {o.Period} {o.ValueText ?? "-"} {o.Status}")
        + (o.Conversion is { } how ? $" <- {how.Text} × {how.Factor}" : "");

    private static string Message(RowFault fault) => string.Create(CultureInfo.InvariantCulture,
        $"{fault.Row} [{fault.Column}] '{fault.Text.ReplaceLineEndings("⏎")}' {fault.English}");
}
