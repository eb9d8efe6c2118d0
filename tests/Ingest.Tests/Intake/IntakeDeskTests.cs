using System.Text;
using Indices.Intake;
using Indices.Observations;
using Indices.Time;
using Ingest.Intake;
using Ingest.Tests.Sources;
using TestSupport;
using Xunit;

namespace Ingest.Tests.Intake;

public sealed class IntakeDeskTests : IDisposable
{
    private const string Header = "indicator,area,period,value\n";
    private const string Known = Header + "I-NPL,990100,2023-Q3,0.90\nI-NPL,990100,2023-Q4,0.91\n";
    private const string Slip = Header + "I-NPL,990100,2024-Q1,9200\n";
    private static readonly SeriesId Series = new("I-NPL", Measures.Value, SampleDefinitions.Area, "", Origin.Official);
    private readonly IngestRig _rig = new();

    public void Dispose() => _rig.Dispose();

    [Fact]
    public async Task Preview_OfAFile_SaysWhatItWouldAddReviseAndRefuse_AndStoresNothing()
    {
        await Known1();

        var preview = await Preview(Header + "I-NPL,990100,2023-Q3,0.90\nI-NPL,990100,2023-Q4,0.92\nI-NPL,990100,2024-Q1,0.93\nI-NPL,990100,2024-Q1x,1\n");

        Assert.Equal(new PreviewCounts(1, 1, 0, 1, 0, 0, 1), preview.Counts);
        Assert.Equal([(3, ChangeKind.Revised, "0.91", "0.92"), (4, ChangeKind.Added, null, "0.93")], preview.Changes.Select(c => (c.Row, c.Kind, c.Old, c.New)));
        Assert.Equal((5, "period", "2024-Q1x"), Assert.Single(preview.Findings) is var f ? (f.Row, f.Column, f.Text) : default);
        Assert.Equal(2, (await _rig.Reader.Latest(10, Cancellation)).Count);
    }

    [Fact]
    public async Task Accept_OfWhatWasSeen_StoresItWithThePersonAndClosesIt()
    {
        await Known1();
        var preview = await Preview(Header + "I-NPL,990100,2023-Q4,0.92\n");
        _rig.Clock.Advance(TimeSpan.FromMinutes(5));

        var outcome = await _rig.Desk.Accept(preview.Pending.Id, preview.Fingerprint, false, "", "li", Cancellation);

        Assert.Equal((0, 1), (outcome.Added, outcome.Revised));
        var newest = (await _rig.Intake.CellHistory(Series, Period.OfQuarter(2023, 4), Cancellation))[0];
        // Known from when it went in: what was calculated before stays as it was.
        Assert.Equal(("0.92", "up.csv", "wang", "li", new Vintage(_rig.Clock.GetUtcNow())),
            (newest.Value.ValueText, newest.Document.Name, newest.Document.ReceivedBy, newest.AcceptedBy, newest.Value.Vintage));
        Assert.Empty(await _rig.Intake.Waiting(Cancellation));
        await Assert.ThrowsAsync<InvalidOperationException>(() => _rig.Desk.Accept(preview.Pending.Id, preview.Fingerprint, false, "", "li", Cancellation));
    }

    [Fact]
    public async Task Accept_AfterTheValuesChanged_IsRefusedAndChangesNothing()
    {
        await Known1();
        var preview = await Preview(Header + "I-NPL,990100,2023-Q4,0.92\n");
        _rig.Clock.Advance(TimeSpan.FromMinutes(1));
        await File("b.csv", Header + "I-NPL,990100,2023-Q4,0.93\n");

        await Assert.ThrowsAsync<ChangedMeanwhileException>(() => _rig.Desk.Accept(preview.Pending.Id, preview.Fingerprint, false, "", "li", Cancellation));

        Assert.Equal("0.93", (await _rig.Intake.CellHistory(Series, Period.OfQuarter(2023, 4), Cancellation))[0].Value.ValueText);
        Assert.Single(await _rig.Intake.Waiting(Cancellation));
    }

    [Fact]
    public async Task Warning_AcceptedWithAReason_IsKeptWithWhoAndWhy()
    {
        await Known1();
        _rig.Clock.Advance(TimeSpan.FromMinutes(5));
        var preview = await Preview(Header + "I-NPL,990100,2023-Q4,9\n");
        Assert.Equal((1, FindingCodes.LargeRevision, false), (preview.Counts.Held, Assert.Single(preview.Findings).Code, preview.NeedsTwo));

        await Assert.ThrowsAsync<InvalidOperationException>(() => _rig.Desk.Accept(preview.Pending.Id, preview.Fingerprint, true, " ", "li", Cancellation));
        await _rig.Desk.Accept(preview.Pending.Id, preview.Fingerprint, true, "人行确认", "li", Cancellation);

        var cell = (await _rig.Intake.CellHistory(Series, Period.OfQuarter(2023, 4), Cancellation))[0];
        Assert.Equal(("9", "人行确认", "li", null), (cell.Value.ValueText, cell.Reason, cell.AcceptedBy, cell.EndorsedBy));
        Assert.Empty((await Open()).Rows);
    }

    [Fact]
    public async Task Slip_GoesInOnlyAfterTwoPersonsHaveAgreed()
    {
        await Known1();
        var preview = await Preview(Slip);
        Assert.True(preview is { NeedsTwo: true, Endorsement: null });
        var (id, seen) = (preview.Pending.Id, preview.Fingerprint);

        await Assert.ThrowsAsync<InvalidOperationException>(() => _rig.Desk.Accept(id, seen, true, "人行确认", "li", Cancellation));
        await Assert.ThrowsAsync<InvalidOperationException>(() => _rig.Desk.Endorse(id, seen, " ", "zhang", Cancellation));
        await _rig.Desk.Endorse(id, seen, "口径已改", "zhang", Cancellation);
        await Assert.ThrowsAsync<InvalidOperationException>(() => _rig.Desk.Accept(id, seen, true, "口径已改", "zhang", Cancellation));
        Assert.Equal(("口径已改", "zhang"), (await _rig.Desk.Preview(id, Cancellation))!.Endorsement is { } given ? (given.Reason, given.By) : default);
        Assert.Empty(await _rig.Intake.CellHistory(Series, Period.OfQuarter(2024, 1), Cancellation));
        await _rig.Desk.Accept(id, seen, true, "人行确认", "li", Cancellation);

        var cell = Assert.Single(await _rig.Intake.CellHistory(Series, Period.OfQuarter(2024, 1), Cancellation));
        Assert.Equal(("9200", "人行确认", "li", "zhang"), (cell.Value.ValueText, cell.Reason, cell.AcceptedBy, cell.EndorsedBy));
        await Assert.ThrowsAsync<InvalidOperationException>(() => _rig.Desk.Endorse(id, seen, "再看", "zhang", Cancellation));
    }

    [Fact]
    public async Task Slip_LeftOutside_NeedsOnePersonForTheOtherRows()
    {
        await Known1();
        var preview = await Preview(Slip + "I-COVER,990100,2024-Q1,55\n");

        var outcome = await _rig.Desk.Accept(preview.Pending.Id, preview.Fingerprint, false, "", "li", Cancellation);

        Assert.Equal((1, 1), (outcome.Added, outcome.Refused));
    }

    [Fact]
    public async Task Endorsement_OfAPreviewThatSaysSomethingElseNow_DoesNotCount()
    {
        await Known1();
        var before = await Preview(Slip);
        await _rig.Desk.Endorse(before.Pending.Id, before.Fingerprint, "口径已改", "zhang", Cancellation);
        _rig.Clock.Advance(TimeSpan.FromMinutes(1));
        await File("b.csv", Header + "I-NPL,990100,2024-Q1,0.93\n");

        var now = (await _rig.Desk.Preview(before.Pending.Id, Cancellation))!;

        Assert.Null(now.Endorsement);
        await Assert.ThrowsAsync<ChangedMeanwhileException>(() => _rig.Desk.Endorse(before.Pending.Id, before.Fingerprint, "口径已改", "zhang", Cancellation));
    }

    [Fact]
    public async Task Endorsement_WhereOnePersonIsEnough_IsRefused()
    {
        var preview = await Preview(Known);

        await Assert.ThrowsAsync<InvalidOperationException>(() => _rig.Desk.Endorse(preview.Pending.Id, preview.Fingerprint, "好", "zhang", Cancellation));
    }

    [Fact]
    public async Task Value_InAnotherUnit_KeepsHowItIsStated()
    {
        var preview = await Preview("indicator,area,period,value,unit\nENT,990100,2024-Q1,82.5,万户\n");
        await _rig.Desk.Accept(preview.Pending.Id, preview.Fingerprint, false, "", "li", Cancellation);

        var cell = Assert.Single(await _rig.Intake.CellHistory(Series with { Indicator = "ENT" }, Period.OfQuarter(2024, 1), Cancellation));

        Assert.Equal(("825000", new Conversion("82.5 万户", "10000")), (cell.Value.ValueText, cell.How));
    }

    [Fact]
    public async Task File_WithASlip_TakesTheGoodRowsAndHoldsTheOther()
    {
        await Known1();

        var outcome = await File("slip.csv", Header + "I-NPL,990100,2024-Q1,9200\nI-COVER,990100,2024-Q1,55\n");

        Assert.Equal((1, 1), (outcome.Added, outcome.Refused));
        var waits = Assert.Single((await Open()).Rows);
        Assert.Equal((2, FindingKind.Warning, FindingCodes.UnitSlip), (waits.Row, waits.Kind, waits.Code));
        Assert.Empty(await _rig.Intake.CellHistory(Series, Period.OfQuarter(2024, 1), Cancellation));
    }

    [Fact]
    public async Task Replay_WithACorrectedCell_BringsTheRowInAsADocumentOfItsOwn()
    {
        await File("bad.csv", Header + "I-NPL,990100,2023-Q4,0.91\n\"I-NPL\",990100,2024-Q1,o.92\n");
        var bad = Assert.Single((await Open()).Rows);

        var preview = await Replay("typing slip", new ReplayedRow(new(bad.DocumentSha256, bad.Row), bad.Column, "0.92"));
        Assert.Equal((1, 0), (preview.Counts.Added, preview.Counts.Refused));
        await _rig.Desk.Accept(preview.Pending.Id, preview.Fingerprint, false, "", "li", Cancellation);

        var cell = Assert.Single(await _rig.Intake.CellHistory(Series, Period.OfQuarter(2024, 1), Cancellation));
        Assert.Equal(("0.92", "typing slip", "replay:wang", 2), (cell.Value.ValueText, cell.Reason, cell.Document.Address, cell.Row));
        Assert.Empty((await Open()).Rows);
        var act = Assert.Single(await _rig.Intake.Acts(10, Cancellation));
        Assert.Equal(("bad.csv", 3, "typing slip", "li", cell.Document.Name), (act.Document, act.Row, act.Reason, act.By, act.Result));
        var correction = await Bytes(cell.Document.Sha256);
        Assert.Contains($"{bad.DocumentSha256},bad.csv,3,value,0.92,typing slip,wang,", correction, StringComparison.Ordinal);
        Assert.Contains("o.92", await Bytes(bad.DocumentSha256), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Replay_OfARowStillWrong_CannotBeAcceptedAndLeavesItWaiting()
    {
        await File("bad.csv", Header + "I-NPL,990100,2023-Q4,0.91\nI-NPL,990100,2024-Q1,o.92\n");
        var bad = Assert.Single((await Open()).Rows);

        var preview = await Replay("again", new ReplayedRow(new(bad.DocumentSha256, bad.Row), bad.Column, "O.92"));

        Assert.True(preview.IsHopeless);
        Assert.Equal("O.92", Assert.Single(preview.Findings).Text);
        await Assert.ThrowsAsync<InvalidOperationException>(() => _rig.Desk.Accept(preview.Pending.Id, preview.Fingerprint, true, "x", "li", Cancellation));
        Assert.Single((await Open()).Rows);
    }

    [Fact]
    public async Task Replay_OfRowsOfTwoFiles_KeepsThemApart()
    {
        await File("a.csv", Header + "I-NPL,990100,2023-Q4,x\n");
        await File("b.csv", Header + "I-NPL,990100,2024-Q1,y\n");
        var open = (await Open()).Rows;

        var preview = await Replay("both", [.. open.Select(r => new ReplayedRow(new(r.DocumentSha256, r.Row), "value", r.Document == "a.csv" ? "0.91" : "0.92"))]);
        await _rig.Desk.Accept(preview.Pending.Id, preview.Fingerprint, false, "", "li", Cancellation);

        Assert.Equal(["0.92", "0.91"], (await Task.WhenAll(
            _rig.Intake.CellHistory(Series, Period.OfQuarter(2024, 1), Cancellation),
            _rig.Intake.CellHistory(Series, Period.OfQuarter(2023, 4), Cancellation))).Select(h => h[0].Value.ValueText));
        Assert.Empty((await Open()).Rows);
    }

    [Fact]
    public async Task Replay_OfAContradiction_TakesTheRowThatWasChosen()
    {
        await File("twice.csv", Header + "I-NPL,990100,2024-Q1,0.92\nI-NPL,990100,2024-Q1,0.94\n");
        var open = (await Open()).Rows;
        Assert.Equal([FindingCodes.Contradiction, FindingCodes.Contradiction], open.Select(r => r.Code));

        var preview = await Replay("line 3 is right", new ReplayedRow(new(open[1].DocumentSha256, 3), "", ""));
        await _rig.Desk.Accept(preview.Pending.Id, preview.Fingerprint, false, "", "li", Cancellation);
        await _rig.Desk.Drop([new(open[0].DocumentSha256, 2)], "line 3 is right", "li", Cancellation);

        Assert.Equal("0.94", Assert.Single(await _rig.Intake.CellHistory(Series, Period.OfQuarter(2024, 1), Cancellation)).Value.ValueText);
        Assert.Empty((await Open()).Rows);
        Assert.Equal(2, (await _rig.Intake.Acts(10, Cancellation)).Count);
    }

    [Fact]
    public async Task Drop_WithoutAReasonOrTwice_IsRefused()
    {
        await File("bad.csv", Header + "I-NPL,990100,2024-Q1,x\n");
        var place = Assert.Single((await Open()).Rows) is var row ? new RowPlace(row.DocumentSha256, row.Row) : default;

        await Assert.ThrowsAsync<InvalidOperationException>(() => _rig.Desk.Drop([place], "", "li", Cancellation));
        await _rig.Desk.Drop([place], "a blank form", "li", Cancellation);

        await Assert.ThrowsAsync<InvalidOperationException>(() => _rig.Desk.Drop([place], "again", "li", Cancellation));
        Assert.Equal("a blank form", Assert.Single(await _rig.Intake.Acts(10, Cancellation)).Reason);
    }

    [Fact]
    public async Task Cancel_LeavesNothingBehindAndTheFileMayComeAgain()
    {
        var preview = await Preview(Known);
        await _rig.Desk.Cancel(preview.Pending.Id, "wrong file", "li", Cancellation);

        Assert.Null(await _rig.Desk.Preview(preview.Pending.Id, Cancellation));
        Assert.Empty(await _rig.Reader.Documents(10, Cancellation));
        Assert.NotEqual(preview.Pending.Id, (await Preview(Known)).Pending.Id);
    }

    [Fact]
    public async Task Receive_OfBytesThatAreKnownOrWaiting_MakesNoSecondOne()
    {
        var first = await Preview(Known);

        Assert.Equal(first.Pending.Id, await Receive(Known, "other-name.csv"));
        await _rig.Desk.Accept(first.Pending.Id, first.Fingerprint, false, "", "li", Cancellation);
        await Assert.ThrowsAsync<InvalidOperationException>(() => Receive(Known, "third-name.csv"));
    }

    [Fact]
    public async Task Entry_OfAnEarlierValueAgain_IsARevisionOfItsOwn()
    {
        foreach (var value in new[] { "0.91", "0.92", "0.91" })
        {
            var preview = (await _rig.Desk.Preview(await _rig.Desk.Enter([new(Series, Period.OfQuarter(2023, 4), value)], "by telephone", "wang", Cancellation), Cancellation))!;
            await _rig.Desk.Accept(preview.Pending.Id, preview.Fingerprint, false, "", "wang", Cancellation);
            _rig.Clock.Advance(TimeSpan.FromHours(1));
        }

        var history = await _rig.Intake.CellHistory(Series, Period.OfQuarter(2023, 4), Cancellation);
        Assert.Equal(["0.91", "0.92", "0.91"], history.Select(v => v.Value.ValueText));
        Assert.All(history, v => Assert.Equal("by telephone", v.Reason));
    }

    [Theory]
    [InlineData("L", null, ObservationStatus.L)]
    [InlineData("q", null, ObservationStatus.Q)]
    [InlineData(" 1,234.5 ", "1234.5", ObservationStatus.A)]
    public async Task Entry_OfALetterOrANumber_SaysWhatItMeans(string text, string? value, ObservationStatus status)
    {
        var preview = (await _rig.Desk.Preview(await _rig.Desk.Enter([new(Series, Period.OfQuarter(2023, 4), text)], "form", "wang", Cancellation), Cancellation))!;

        Assert.Equal((value, status), Assert.Single(preview.Changes) is var c ? (c.New, c.Status) : default);
    }

    [Fact]
    public async Task Entry_WithoutValuesOrReason_IsRefused()
    {
        await Assert.ThrowsAsync<InvalidOperationException>(() => _rig.Desk.Enter([new(Series, Period.OfQuarter(2023, 4), " ")], "x", "wang", Cancellation));
        await Assert.ThrowsAsync<InvalidOperationException>(() => _rig.Desk.Enter([new(Series, Period.OfQuarter(2023, 4), "1")], " ", "wang", Cancellation));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Name_OfAnUpload_IsShownAndNeverAPath(string name)
    {
        await Receive(Known, name);

        var kept = Assert.Single(await _rig.Intake.Waiting(Cancellation)).Document.Name;
        Assert.Equal(kept, DocumentName.Clean(kept));
        Assert.DoesNotContain(kept, c => c is '/' or '\\' || char.IsControl(c) || c is '\u202e' or '\u200f');
        Assert.InRange(kept.Length, 1, 120);
        var files = Directory.EnumerateFiles(Path.GetDirectoryName(_rig.Options.DataDirectory)!, "*", SearchOption.AllDirectories)
            .Where(f => !f.Contains("documents", StringComparison.Ordinal));
        Assert.Empty(files);
    }

    public static TheoryData<string> Names()
    {
        var names = new TheoryData<string>();
        foreach (var ending in new[] { "a.csv", "数据.csv", "CON", "..", ".", "" })
            foreach (var before in new[] { "../", "..\\", "/etc/", "C:\\Windows\\", "\\\\host\\share\\", "%2e%2e/" })
                names.Add(before + ending);
        foreach (var odd in new[] { "a\0b.csv", "a\u202egpj.csv", "a\r\nb.csv", new string('长', 300) + ".csv", "  .csv  ", "a\u200fb.csv", "=cmd|' /C calc'!A0.csv" })
            names.Add(odd);
        return names;
    }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private Task<AppendOutcome> Known1() => File("known.csv", Known);

    private Task<AppendOutcome> File(string name, string text) => _rig.Files.Ingest(
        new MemoryStream(Encoding.UTF8.GetBytes(text)), name, $"inbox:{name}", "clerk", Origin.Official, Cancellation);

    private Task<long> Receive(string text, string name = "up.csv") => _rig.Desk.Receive(new MemoryStream(Encoding.UTF8.GetBytes(text)), name, "wang", Cancellation);

    private async Task<Preview> Preview(string text) => (await _rig.Desk.Preview(await Receive(text), Cancellation))!;

    private async Task<Preview> Replay(string reason, params ReplayedRow[] rows) =>
        (await _rig.Desk.Preview(await _rig.Desk.Replay(rows, reason, "wang", Cancellation), Cancellation))!;

    private Task<PageOf<QuarantinedRow>> Open() => _rig.Intake.OpenRows(null, 0, 100, Cancellation);

    private Task<string> Bytes(string sha256) =>
        System.IO.File.ReadAllTextAsync(Path.Combine(_rig.Options.DataDirectory, "documents", sha256[..2], sha256), Cancellation);
}
