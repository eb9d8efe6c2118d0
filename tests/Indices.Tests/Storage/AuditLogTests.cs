using Dapper;
using Indices.Accounts;
using Indices.Releases;
using Indices.Storage;
using Microsoft.Data.Sqlite;
using TestSupport;
using Xunit;

namespace Indices.Tests.Storage;

public sealed class AuditLogTests : IDisposable
{
    private readonly TemporaryStore _store = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private IAuditReader Log => _store.Get<IAuditReader>();

    private IAuditWriter Writer => _store.Get<IAuditWriter>();

    private string KeyFile => Path.Combine(Path.GetDirectoryName(_store.DatabaseFile)!, "keys", "audit.key");

    [Fact]
    public async Task Find_Everything_IsNewestFirstByThePage()
    {
        for (var i = 1; i <= 5; i++)
            await Writer.Record(Sample.Audit($"a{i}"), Cancellation);

        var page = await Log.Find(new AuditFilter(), 1, 2, Cancellation);

        Assert.Equal((5, "a4 a3"), (page.Total, string.Join(' ', page.Lines.Select(l => l.Action))));
        Assert.Equal(["a1", "a2", "a3", "a4", "a5"], await Log.Actions(Cancellation));
    }

    [Theory]
    [InlineData("wang", null, null, "2 1")]
    [InlineData("WANG", "login", null, "1")]
    [InlineData(null, "login", null, "3 1")]
    [InlineData(null, null, "100%", "2")]
    [InlineData(null, null, "_", "")]
    [InlineData(null, null, "FCEI", "2")]
    [InlineData(null, null, "192.0.2", "1")]
    [InlineData(null, null, "wrong", "3")]
    [InlineData("nobody", null, null, "")]
    public async Task Find_ByPersonActionOrText_GivesWhatMatches(string? by, string? action, string? text, string expected)
    {
        await Writer.Record(new AuditEntry(Sample.Noon, "wang", "login", "1", "ok", "192.0.2.1"), Cancellation);
        await Writer.Record(new AuditEntry(Sample.Noon, "Wang", "job.run", "2", "fcei 100% ok", null), Cancellation);
        await Writer.Record(new AuditEntry(Sample.Noon, "li", "login", "3", "wrong", null), Cancellation);

        var page = await Log.Find(new AuditFilter(by, action, Text: text), 0, 10, Cancellation);

        Assert.Equal(expected, string.Join(' ', page.Lines.Select(l => l.Subject)));
        Assert.Equal(page.Lines.Count, page.Total);
    }

    [Fact]
    public async Task Find_ByTime_TakesTheFirstInstantAndLeavesTheLast()
    {
        for (var hour = 0; hour < 4; hour++)
            await Writer.Record(Sample.Audit($"h{hour}") with { At = Sample.Noon.AddHours(hour) }, Cancellation);

        var page = await Log.Find(new AuditFilter(From: Sample.Noon.AddHours(1), Before: Sample.Noon.AddHours(3)), 0, 10, Cancellation);

        Assert.Equal("h2 h1", string.Join(' ', page.Lines.Select(l => l.Action)));
    }

    [Fact]
    public async Task Decision_OnARelease_IsLoggedWithItsFingerprint()
    {
        var releases = _store.Get<IReleaseWriter>();
        var (id, _) = await releases.Propose(Sample.Candidate(), Cancellation);

        await releases.Approve(id, "f1", Sample.Noon, new Actor("li", "192.0.2.1"), Sample.Noon, Cancellation);

        var line = Assert.Single((await Log.Find(new AuditFilter(), 0, 10, Cancellation)).Lines);
        Assert.Equal(("li", "release.approve", "192.0.2.1"), (line.By, line.Action, line.Address));
        Assert.EndsWith(" v1 f1", line.Subject, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Change_WhoseLineCannotBeWritten_DoesNotHappen()
    {
        using (var connection = _store.Get<Database>().Open())
            connection.Execute("CREATE TRIGGER log_is_away BEFORE INSERT ON audit_log BEGIN SELECT RAISE(ABORT, 'the log is away'); END");
        var releases = _store.Get<IReleaseWriter>();
        var (id, _) = await releases.Propose(Sample.Candidate(), Cancellation);

        await Assert.ThrowsAsync<SqliteException>(() => releases.Approve(id, "f1", Sample.Noon, "li", Sample.Noon, Cancellation));
        await Assert.ThrowsAsync<SqliteException>(() =>
            _store.Get<IAccountWriter>().Create("li", "hash", Role.Operator, true, Sample.Audit(), Cancellation));

        Assert.Equal(ReleaseState.Candidate, (await _store.Get<ICandidateReader>().Content(id, Cancellation))!.Version.State);
        Assert.Empty(await _store.Get<IAccountReader>().All(Cancellation));
    }

    [Fact]
    public async Task Key_LiesOutsideTheDatabaseForItsOwnerAlone()
    {
        await Writer.Record(Sample.Audit(), Cancellation);

        if (!OperatingSystem.IsWindows())
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(KeyFile));
        Assert.DoesNotContain(await File.ReadAllTextAsync(KeyFile, Cancellation), await Dump(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Verify_WithAnotherKey_FindsTheFirstRowAltered()
    {
        await Writer.Record(Sample.Audit(), Cancellation);
        await File.WriteAllTextAsync(KeyFile, new string('a', 64), Cancellation);
        using var other = _store.Open();

        var found = await ((IAuditReader)other.GetService(typeof(IAuditReader))!).Verify([], Cancellation);

        Assert.Equal(new AuditBreak(1, AuditFault.Altered), found.Broken);
    }

    [Fact]
    public async Task KeyFile_ThatHoldsNoKey_IsRefusedByName()
    {
        Directory.CreateDirectory(Path.GetDirectoryName(KeyFile)!);
        await File.WriteAllTextAsync(KeyFile, "not a key", Cancellation);

        var refusal = await Assert.ThrowsAsync<InvalidOperationException>(() => Writer.Record(Sample.Audit(), Cancellation));

        Assert.Contains(KeyFile, refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Row_FromBeforeTheChain_IsCoveredByTheNextOne()
    {
        using var connection = _store.Get<Database>().Open();
        connection.Execute("INSERT INTO audit_log (at, done_by, action, subject, result) VALUES (@at, 'admin', 'old', '1', 'ok'), (@at, 'admin', 'old', '2', 'ok')", new { at = "2026-01-01T00:00:00.0000000Z" });
        await Writer.Record(Sample.Audit("new"), Cancellation);
        Assert.Equal(new AuditVerification(3, null), await Log.Verify([], Cancellation));

        connection.Execute("DROP TRIGGER audit_log_keeps; UPDATE audit_log SET subject = 'other' WHERE id = 1");

        Assert.Equal(new AuditBreak(3, AuditFault.Altered), (await Log.Verify([], Cancellation)).Broken);
    }

    [Fact]
    public async Task TwoProcesses_ThatLogAtOnce_MakeOneChain()
    {
        using var other = _store.Open();
        var writers = new[] { Writer, (IAuditWriter)other.GetService(typeof(IAuditWriter))! };

        await Task.WhenAll(writers.Select(w => Task.Run(async () =>
        {
            for (var i = 0; i < 50; i++)
                await w.Record(Sample.Audit($"a{i}"), Cancellation);
        }, Cancellation)));

        Assert.Equal(new AuditVerification(100, null), await Log.Verify([], Cancellation));
    }

    public void Dispose() => _store.Dispose();

    private async Task<string> Dump() => await Task.Run(() => System.Text.Encoding.Latin1.GetString(File.ReadAllBytes(_store.DatabaseFile)), Cancellation);
}
