using System.Diagnostics;
using System.Globalization;
using Dapper;
using Indices.Accounts;
using Indices.Storage;
using Microsoft.Data.Sqlite;
using TestSupport;
using Xunit;

namespace Indices.Tests.Storage;

/// <summary>Someone with the database file, all of SQL and no key. <c>tests/audit.sh</c> runs it at full length.</summary>
public sealed class AuditTamperingTests : IDisposable
{
    private static readonly int Rows = Given("AUDIT_ROWS", 2_000);
    private static readonly int Places = Given("AUDIT_PLACES", 20);

    private readonly TemporaryStore _store = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private AuditLog Log => _store.Get<AuditLog>();

    [Theory]
    [InlineData("edit")]
    [InlineData("delete")]
    [InlineData("reorder")]
    [InlineData("insert")]
    [InlineData("cut")]
    public async Task Log_TamperedWithAtAnyPlace_IsFound(string how)
    {
        await Fill(Rows);
        var head = (await Log.Head(Cancellation))!;
        var places = new Random(20261124);
        using var connection = _store.Get<Database>().Open();
        Assert.Null(Log.Verify(connection, [head], Cancellation).Broken);
        foreach (var table in new[] { "audit_log_keeps", "audit_log_stays" })
            connection.Execute($"DROP TRIGGER {table}");

        for (var i = 0; i < Places; i++)
        {
            var place = places.Next(2, Rows);
            using var transaction = connection.BeginTransaction();
            Tamper(connection, how, place, places.Next(1, 6));

            var found = Log.Verify(connection, [head], Cancellation).Broken;

            Assert.True(found is not null, $"{how} at {place} was not found");
            Assert.InRange(found.Row, place - 1, place + 1);
            transaction.Rollback();
        }
        TestContext.Current.TestOutputHelper?.WriteLine($"{how}: {Places} of {Places} found in {Rows} rows");
    }

    [Fact]
    public async Task Verify_OfALongLog_IsQuick()
    {
        var rows = Given("AUDIT_LONG", 20_000);
        await Fill(rows);
        var began = Stopwatch.GetTimestamp();

        var found = await Log.Verify([], Cancellation);
        var took = Stopwatch.GetElapsedTime(began);
        began = Stopwatch.GetTimestamp();
        var page = await Log.Find(new AuditFilter(Text: "row 17"), 100, 50, Cancellation);
        var search = Stopwatch.GetElapsedTime(began);

        Assert.Equal(new AuditVerification(rows, null), found);
        Assert.NotEmpty(page.Lines);
        // 60 s for a million rows, and 5 s to search them, are the figures to keep; a short log says little about either.
        Assert.InRange(took.TotalSeconds, 0, 60);
        Assert.InRange(search.TotalSeconds, 0, 5);
        TestContext.Current.TestOutputHelper?.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{rows} rows verified in {took.TotalSeconds:0.0} s, searched in {search.TotalSeconds:0.00} s"));
    }

    public void Dispose() => _store.Dispose();

    private Task<int> Fill(int rows) => _store.Get<Database>().Write(c =>
    {
        for (var i = 1; i <= rows; i++)
            Log.Append(c, Sample.Audit() with { At = Sample.Noon.AddSeconds(i), Subject = $"row {i}" });
        return rows;
    }, Cancellation);

    private static void Tamper(SqliteConnection connection, string how, int place, int column)
    {
        var sql = how switch
        {
            "edit" => $"UPDATE audit_log SET {new[] { "at", "done_by", "action", "subject", "result", "address" }[column]} = 'x' || substr(at, 2) WHERE id = @place",
            "delete" => column % 2 == 0 ? "DELETE FROM audit_log WHERE id = @place" : "DELETE FROM audit_log WHERE id = @place; UPDATE audit_log SET id = id - 1 WHERE id > @place",
            "reorder" => "UPDATE audit_log SET id = -id WHERE id = @place; UPDATE audit_log SET id = @place WHERE id = @place - 1; UPDATE audit_log SET id = @place - 1 WHERE id = -@place",
            "insert" => """
                UPDATE audit_log SET id = -id - 1 WHERE id >= @place;
                UPDATE audit_log SET id = -id WHERE id < 0;
                INSERT INTO audit_log SELECT @place, at, done_by, action, 'put in', result, address, hash FROM audit_log WHERE id = @place - 1;
                """,
            _ => "DELETE FROM audit_log WHERE id >= @place",
        };
        connection.Execute(sql, new { place });
    }

    private static int Given(string variable, int otherwise) =>
        int.TryParse(Environment.GetEnvironmentVariable(variable), NumberStyles.None, CultureInfo.InvariantCulture, out var given) ? given : otherwise;
}
