using Dapper;
using Indices.Accounts;
using Indices.Alerts;
using Indices.Intake;
using Indices.Methodology;
using Indices.Observations;
using Indices.Provenance;
using Indices.Releases;
using Indices.Releases.Calendar;
using Indices.Sources;
using Indices.Storage;
using Microsoft.Data.Sqlite;
using TestSupport;
using Xunit;

namespace Indices.Tests.Storage;

public sealed class AppendOnlyTests : IDisposable
{
    private static readonly string[] Changeable = ["account", "job_run", "recovery_code", "schema_version", "second_factor", "staff_session"];

    private readonly TemporaryStore _store = new();

    [Fact]
    public async Task Facts_UpdateDeleteOrReplace_AreRefusedInEveryTable()
    {
        await FillEveryTable();
        using var connection = _store.Get<Database>().Open();
        var tables = connection.Query<string>(
            "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name").Except(Changeable).ToList();

        Assert.Equal(56, tables.Count);
        foreach (var table in tables)
        {
            var column = connection.Query<string>($"SELECT name FROM pragma_table_info('{table}')").First();
            var before = connection.ExecuteScalar<long>($"SELECT COUNT(*) FROM {table}");
            Assert.True(before > 0, $"{table} has no row to try");
            AssertRefused(connection, table, $"UPDATE {table} SET {column} = {column}");
            AssertRefused(connection, table, $"DELETE FROM {table}");
            AssertRefused(connection, table, $"REPLACE INTO {table} SELECT * FROM {table}");
            Assert.Equal(before, connection.ExecuteScalar<long>($"SELECT COUNT(*) FROM {table}"));
        }
    }

    [Fact]
    public async Task JobRunsAndAccounts_Delete_IsRefused()
    {
        await FillEveryTable();
        using var connection = _store.Get<Database>().Open();

        Assert.Throws<SqliteException>(() => connection.Execute("DELETE FROM job_run"));
        Assert.Throws<SqliteException>(() => connection.Execute("DELETE FROM account"));
        Assert.Throws<SqliteException>(() => connection.Execute("UPDATE job_run SET counts = 'other'"));
    }

    public void Dispose() => _store.Dispose();

    private static void AssertRefused(SqliteConnection connection, string table, string sql)
    {
        var refusal = Assert.Throws<SqliteException>(() => connection.Execute(sql));
        Assert.Contains($"{table} is append-only", refusal.Message, StringComparison.Ordinal);
    }

    /// <summary>A row of the quarantine read again through a document that somebody accepted in spite of a warning.</summary>
    private async Task FillIntake(string quarantined, CancellationToken cancellation)
    {
        var intake = _store.Get<IIntakeWriter>();
        var replay = Sample.Document("d.csv", Sample.Value("1.7", Sample.Day(2)));
        var pending = (await _store.Get<IIntakeReader>().Pending(await intake.Hold(replay.Document, "a slip", cancellation), cancellation))!;
        await intake.Endorse(pending.Id, new Endorsement("f1", "looked at", "li", Sample.Noon), cancellation);
        var counter = await _store.Get<IObservationReader>().ChangeCounter(cancellation);
        await intake.Accept(new(pending, replay, new(true, "looked at", "clerk", Sample.Noon), [Sample.Refused("d.csv", 2)], [new(quarantined, 3)], counter), cancellation);
    }

    private async Task FillEveryTable()
    {
        var cancellation = TestContext.Current.CancellationToken;
        var citation = new Citation("统计局", "https://example.org/a", "A", null);
        var first = Sample.Document("a.csv", Sample.Value("1.5", Sample.Day(0)) with { Citation = citation });
        var observations = _store.Get<IObservationWriter>();
        await observations.Append(first with { Document = first.Document with { Source = "bureau" }, Deals = [Sample.Deal("D1", Sample.Day(0))], Refused = [Sample.Refused("a.csv", 3)] }, cancellation);
        await observations.Append(Sample.Document("b.csv", Sample.Value("1.5", Sample.Day(1))), cancellation);
        await observations.Append(Sample.Deals("c.csv", Sample.Deal("D1", Sample.Day(1))), cancellation);
        await _store.Get<ISourceWriter>().Record(
            new Fetch("bureau", "https://data.example/", Sample.Noon, Sample.Noon, "scheduler", FetchOutcome.Unchanged), cancellation);
        await _store.Get<IAlertWriter>().Settle([new AlertCause("k", "提醒", "Alert")], Sample.Noon, cancellation);
        await _store.Get<IAlertWriter>().RecordDelivery([1], "email", Sample.Noon, cancellation);
        await _store.Get<IAlertWriter>().Settle([], Sample.Noon, cancellation);
        await FillIntake(Sample.Refused("a.csv", 3).DocumentSha256, cancellation);
        await _store.Get<IDefinitionWriter>().Accept(SeedDefinitions.Files, Sample.Noon, cancellation);
        await _store.Get<ISourceEditWriter>().Add(
            new SourceEdit(0, "bureau", SourceEditStoreTests.Text("bureau", "统计局*"), "换了报表", "wang", Sample.Noon), cancellation);
        var releases = _store.Get<IReleaseWriter>();
        var (id, _) = await releases.Propose(Sample.Candidate(), cancellation);
        await _store.Get<ICalendarWriter>().Move(new("X-IDX", Sample.Quarter, Sample.Noon, new("迟到", "late"), "wang", Sample.Noon), "wang", cancellation);
        var workflow = _store.Get<IWorkflowWriter>();
        await workflow.Describe(id, new(ReleaseKind.Initial, new("季末", "end of quarter")), "wang", Sample.Noon, cancellation);
        await workflow.Review(id, new("f1", null, [new("large-change", "变动大\nlarge change", "核对过")]), new HashSet<string> { "F01" }, "li", Sample.Noon, cancellation);
        await workflow.Approve(id, (await _store.Get<ICandidateReader>().Steps(id, cancellation))[^1].Binding!, true, new HashSet<string> { "F01" }, "zhou", Sample.Noon, cancellation);
        await releases.RecordPublications(Sample.Noon, cancellation);
        await _store.Get<IAccountWriter>().Create("admin", "hash", Role.Administrator, true, Sample.Audit(), cancellation);
        var recalculations = _store.Get<IRecalculationWriter>();
        var recalculation = await recalculations.Add(new("X-IDX", [Sample.Quarter, Sample.Quarter.Plus(1)], Sample.Day(0)), "1.0.0", null, "wang", Sample.Noon, cancellation);
        await recalculations.Record(recalculation, Sample.Quarter, RecalculationOutcome.NoValue, "数据不足", Sample.Noon, cancellation);
        await recalculations.MarkCancelled(recalculation, "wang", Sample.Noon, cancellation);
        var run = await _store.Get<IJobRunWriter>().Start("job", "manual", Sample.Noon, Sample.Noon, "admin", cancellation);
        await _store.Get<IJobRunWriter>().Progress(run, "looking", Sample.Noon, cancellation);
        await _store.Get<IScheduleWriter>().Add(new ScheduleEvent(0, "job", ScheduleEventKind.Paused, null, "盘点", "wang", Sample.Noon), cancellation);
        await _store.Get<IScheduleWriter>().Add(new Misfire("job", Sample.Noon, Sample.Noon), cancellation);
        await _store.Get<IJobRunWriter>().Finish(run, Sample.Noon, JobOutcome.Succeeded, "1 file", null, cancellation);
    }
}
