using System.Text;
using Indices.Observations;
using Indices.Time;
using Ingest.Intake;
using TestSupport;
using Xunit;

namespace Ingest.Tests.Sources;

public sealed class FileIngestionTests : IDisposable
{
    private const string Two = "indicator,area,period,value\nI-NPL,990100,2023-Q4,0.91\nI-NPL,990100,2024-Q1,0.88\n";
    private readonly IngestRig _rig = new();

    public void Dispose() => _rig.Dispose();

    [Fact]
    public async Task Ingest_AGoodFile_StoresItsValuesBesideItsBytes()
    {
        var outcome = await Ingest(Two);

        Assert.Equal(new AppendOutcome(false, 2, 0, 0, 0, 0), outcome);
        var document = Assert.Single(await _rig.Reader.Documents(10, Cancellation));
        Assert.Equal(("q1.csv", "upload:q1.csv", "clerk"), (document.Document.Name, document.Document.Address, document.Document.ReceivedBy));
        Assert.True(File.Exists(Path.Combine(_rig.Options.DataDirectory, "documents", document.Document.Sha256[..2], document.Document.Sha256)));
        var latest = await _rig.Reader.Latest(10, Cancellation);
        Assert.All(latest, o => Assert.Equal((document.Document.Sha256, new Vintage(_rig.Clock.GetUtcNow())), (o.DocumentSha256, o.Vintage)));
    }

    [Theory]
    [InlineData("bureau-2024Q1.csv", "bureau")]
    [InlineData("other.csv", null)]
    public async Task Ingest_AFile_KeepsTheSourceThatItsNameFits(string name, string? source)
    {
        await Ingest(Two, name);

        Assert.Equal(source, Assert.Single(await _rig.Reader.Documents(10, Cancellation)).Document.Source);
    }

    [Fact]
    public async Task Ingest_TheSameBytesAgain_ChangesNothing()
    {
        await Ingest(Two);
        _rig.Clock.Advance(TimeSpan.FromDays(1));
        var counter = await _rig.Reader.ChangeCounter(Cancellation);

        var again = await Ingest(Two, "another-name.csv");

        Assert.True(again.Known);
        Assert.Equal(counter, await _rig.Reader.ChangeCounter(Cancellation));
        Assert.Single(await _rig.Reader.Documents(10, Cancellation));
    }

    [Fact]
    public async Task Ingest_ARevision_AddsAVintageAndKeepsTheOldOne()
    {
        await Ingest(Two);
        _rig.Clock.Advance(TimeSpan.FromDays(1));

        var outcome = await Ingest(Two.Replace("0.88", "0.87", StringComparison.Ordinal));

        Assert.Equal((0, 1, 1), (outcome.Added, outcome.Revised, outcome.Unchanged));
        var history = await _rig.Reader.History(
            new SeriesId("I-NPL", Measures.Value, SampleDefinitions.Area, "", Origin.Official), Period.OfQuarter(2024, 1), Cancellation);
        Assert.Equal([0.87, 0.88], history.Select(o => o.Value));
    }

    [Fact]
    public async Task Ingest_BadRows_QuarantinesThemAndKeepsTheOthers()
    {
        var outcome = await Ingest(Two + "I-NPL,990100,2024-Q1x,1\nI-NOPE,990100,2024-Q1,1\n");

        Assert.Equal((2, 2), (outcome.Added, outcome.Refused));
        var refused = await _rig.Reader.Quarantine(10, Cancellation);
        Assert.Equal([(4, "period", "2024-Q1x"), (5, "indicator", "I-NOPE")], refused.Select(r => (r.Row, r.Column, r.Text)));
        Assert.All(refused, r => Assert.Equal("q1.csv", r.Document));
    }

    [Fact]
    public async Task Ingest_AWebPage_StoresNoValue()
    {
        var outcome = await Ingest("<html><body>indicator,area,period,value</body></html>");

        Assert.Equal(new AppendOutcome(false, 0, 0, 0, 0, 1), outcome);
        Assert.Contains("HTML", Assert.Single(await _rig.Reader.Quarantine(10, Cancellation)).ReasonEnglish, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Ingest_ATableOfABulletin_KeepsHowItsFiguresWerePrinted()
    {
        var outcome = await Ingest("2024年3月\n单位：万户\n指标,期末数\n不良贷款率,0.9\n注：初步数。\n");

        Assert.Equal((1, 0), (outcome.Added, outcome.Refused));
        var stored = Assert.Single(await _rig.Reader.Latest(10, Cancellation));
        Assert.Equal(((double?)9000, Period.OfQuarter(2024, 1), new Conversion("0.9 万户", "10000")), (stored.Value, stored.Period, stored.Conversion));
    }

    [Fact]
    public async Task Ingest_Deals_TakesTheCityWhereTheFileNamesNoArea()
    {
        var path = RepositoryRoot.File("tests", "TestSupport", "KnownValues", "ifpi_deals.csv");

        var outcome = await _rig.Files.Ingest(path, "file:ifpi_deals.csv", "clerk", Origin.Synthetic, Cancellation);
        var again = await _rig.Files.Ingest(path, "file:ifpi_deals.csv", "clerk", Origin.Synthetic, Cancellation);

        Assert.Equal((18, true), (outcome.Deals, again.Known));
        var snapshot = await _rig.Reader.ReadSnapshot([], new Vintage(_rig.Clock.GetUtcNow()), Cancellation);
        Assert.All(snapshot.Deals, d => Assert.Equal((SampleDefinitions.Area, Origin.Synthetic), (d.Area, d.Origin)));
    }

    [Fact]
    public async Task Ingest_BeforeDefinitionsAreLoaded_SaysSo_AndKeepsTheBytes()
    {
        using var rig = new IngestRig(withDefinitions: false);

        await Assert.ThrowsAsync<NoDefinitionsException>(() =>
            rig.Files.Ingest(new MemoryStream("x"u8.ToArray()), "x.csv", "upload:x.csv", "clerk", Origin.Official, Cancellation));

        Assert.Single(Directory.EnumerateFiles(Path.Combine(rig.Options.DataDirectory, "documents"), "*", SearchOption.AllDirectories));
        Assert.Empty(await rig.Reader.Documents(10, Cancellation));
    }

    [Fact]
    public async Task Ingest_InParts_StoresAndSaysWhatItDoesInOnePiece()
    {
        const string text = Two + "I-NPL,990100,2024-Q1x,1\nI-NOPE,990100,2024-Q1,1\nI-NPL,990100,2023-Q4,0.91\nI-NPL,990100,2023-Q3,92\nI-NPL,990100,2023-Q2,0.93\nI-NPL,990100,2023-Q2,0.94\n";
        using var inParts = new IngestRig(inPartsFrom: 0);

        var outcome = await Ingest(text);
        var same = await inParts.Files.Ingest(new MemoryStream(Encoding.UTF8.GetBytes(text)), "q1.csv", "upload:q1.csv", "clerk", Origin.Official, Cancellation);

        Assert.Equal(outcome, same);
        Assert.Equal(await _rig.Reader.Quarantine(100, Cancellation), await inParts.Reader.Quarantine(100, Cancellation));
        Assert.Equal(await _rig.Reader.Latest(100, Cancellation), await inParts.Reader.Latest(100, Cancellation));
        Assert.Equal(await _rig.Reader.Documents(10, Cancellation), await inParts.Reader.Documents(10, Cancellation));
    }

    [Fact]
    public async Task Ingest_InPartsOfAnAllOrNothingSource_StoresNothingAndHasItWait()
    {
        using var inParts = new IngestRig(inPartsFrom: 0);

        var outcome = await inParts.Files.Ingest(
            new MemoryStream(Encoding.UTF8.GetBytes(Two + "Z-NOPE,990100,2024-Q1,1\n")), "whole-2024Q1.csv", "upload:whole-2024Q1.csv", "clerk", Origin.Official, Cancellation);

        Assert.Equal((0, 1), (outcome.Added, outcome.Refused));
        Assert.Empty(await inParts.Reader.Documents(10, Cancellation));
        Assert.Equal("whole-2024Q1.csv", Assert.Single(await inParts.Intake.Waiting(Cancellation)).Document.Name);
    }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private Task<AppendOutcome> Ingest(string text, string name = "q1.csv") => _rig.Files.Ingest(
        new MemoryStream(Encoding.UTF8.GetBytes(text)), name, $"upload:{name}", "clerk", Origin.Official, Cancellation);
}
