using System.Globalization;
using CsCheck;
using Dapper;
using Indices.Releases;
using Indices.Releases.Seals;
using Indices.Storage;
using Microsoft.Data.Sqlite;
using TestSupport;
using Xunit;

namespace Indices.Tests.Storage;

/// <summary>One byte changed in any cell of a release or of the seals is found, and its table is named.</summary>
public sealed class SealTamperingTests : IDisposable
{
    private static readonly string[] Seals = ["release_digest", "release_digest_part", "release_seal"];

    private readonly TemporaryStore _store = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Verify_OneByteChangedInARandomCell_NamesTheTable()
    {
        await Fill();
        using var connection = Unguarded();
        var cells = Cells(connection);
        Assert.Equal(StoredParts.All.Select(p => p.Table).Except(["release_warning"]).Concat(Seals).Order(), cells.Select(c => c.Table).Distinct().Order());
        var verifier = _store.Get<ISealVerifier>();
        Assert.Null((await verifier.Verify(cancellation: Cancellation)).Fault);

        Gen.Select(Gen.Int[0, cells.Count - 1], Gen.Int[0, int.MaxValue], Gen.Int[1, 255]).Sample((cell, place, bits) =>
        {
            var (table, row, column, text) = cells[cell];
            var changed = Change(text, place, bits);
            // A key may already be taken, and what is no text cannot stand in a STRICT column of integers.
            if (Set(connection, table, row, column, changed) is not { } fault)
                return;
            try
            {
                var found = verifier.Verify().GetAwaiter().GetResult().Fault;
                Assert.True(found is not null, $"{table} {row} {column}: {text} -> {changed}");
                Assert.True(
                    found.Place.Contains(table, StringComparison.Ordinal) || Seals.Contains(table) || table is "release_version" or "release_decision" || column is "release_version" or "calculation" or "id",
                    $"{table} {row} {column}: {text} -> {changed} was named {found}");
            }
            finally
            {
                fault();
            }
        }, iter: 400, threads: 1);
        Assert.Null((await verifier.Verify(cancellation: Cancellation)).Fault);
    }

    [Theory]
    [InlineData("DELETE FROM release_seal WHERE id = 2", "release_seal 2")]
    [InlineData("DELETE FROM release_value WHERE release_version = 2 AND position = 1", "release_value (release_version 2, 2)")]
    [InlineData("UPDATE release_value SET value = '101.36' WHERE release_version = 1 AND position = 0", "release_value (release_version 1, 1)")]
    [InlineData("UPDATE release_decision SET decision = 'Rejected', reason = 'x' WHERE release_version = 1", "release_digest 1")]
    [InlineData("UPDATE release_digest SET salt = 'x' WHERE id = 3", "release_digest 3")]
    public async Task Verify_RowThatIsGoneOrOther_NamesThePlace(string sql, string place)
    {
        await Fill();
        using (var connection = Unguarded())
            connection.Execute(sql);

        Assert.StartsWith(place, (await _store.Get<ISealVerifier>().Verify(cancellation: Cancellation)).Fault!.Place, StringComparison.Ordinal);
    }

    [Fact]
    public void Parts_NameEveryColumnOfTheirTables()
    {
        using var connection = _store.Get<Database>().Open();
        foreach (var part in StoredParts.All)
            Assert.Equal(
                connection.Query<string>($"SELECT name FROM pragma_table_info('{part.Table}') ORDER BY 1"), part.Columns.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Parts_CoverEveryTableOfAReleaseButWhatComesLater()
    {
        using var connection = _store.Get<Database>().Open();
        var ofRelease = connection.Query<string>("""
            SELECT DISTINCT m.name FROM sqlite_schema m, pragma_table_info(m.name) c WHERE m.type = 'table' AND c.name = 'release_version' ORDER BY 1
            """);

        Assert.Empty(ofRelease.Except(StoredParts.All.Select(p => p.Table)).Except(Later));
    }

    /// <summary>Written after the approval, or beside it.</summary>
    private static readonly string[] Later = ["publication", "recalculation_result", "release_digest"];

    public void Dispose() => _store.Dispose();

    private async Task Fill()
    {
        var writer = _store.Get<IReleaseWriter>();
        foreach (var (index, hours) in new[] { ("A", 2), ("B", 1), ("C", 3) })
        {
            var (id, _) = await writer.Propose(Sample.Candidate(index), Cancellation);
            await _store.Get<IWorkflowWriter>().Describe(id, new ReleaseNote(ReleaseKind.Initial, new("首次", "first")), "clerk", Sample.Noon, Cancellation);
            await writer.Approve(id, "f1", Sample.Noon.AddHours(hours), "reviewer", Sample.Noon, Cancellation);
        }
    }

    /// <summary>As somebody with the file and a shell would open it.</summary>
    private SqliteConnection Unguarded()
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = _store.DatabaseFile, Pooling = false, ForeignKeys = false }.ConnectionString);
        connection.Open();
        foreach (var trigger in connection.Query<string>("SELECT name FROM sqlite_schema WHERE type = 'trigger'").ToList())
            connection.Execute($"DROP TRIGGER {trigger}");
        connection.Execute("PRAGMA ignore_check_constraints = ON");
        return connection;
    }

    private static List<(string Table, string Row, string Column, string Text)> Cells(SqliteConnection connection) =>
    [
        .. from table in StoredParts.All.Select(p => p.Table).Concat(Seals)
           let keys = connection.Query<string>($"SELECT name FROM pragma_table_info('{table}') WHERE pk > 0").ToList()
           from column in connection.Query<string>($"SELECT name FROM pragma_table_info('{table}')").ToList()
           from cell in connection.Query<(string Row, string? Text)>(
               $"SELECT {string.Join(" || ' AND ' || ", keys.Select(k => $"'{k} = ' || quote({k})"))}, CAST({column} AS TEXT) FROM {table}")
           where !string.IsNullOrEmpty(cell.Text)
           select (table, cell.Row, column, cell.Text),
    ];

    private static string Change(string text, int place, int bits)
    {
        var letters = text.ToCharArray();
        var at = place % letters.Length;
        letters[at] = char.IsAsciiDigit(letters[at]) ? (char)('0' + (letters[at] - '0' + 1 + bits % 9) % 10) : (char)(letters[at] ^ 1);
        return new string(letters);
    }

    /// <returns>What takes it back; null when the database refuses the change or keeps the number the same.</returns>
    private static Action? Set(SqliteConnection connection, string table, string row, string column, string text)
    {
        var before = connection.ExecuteScalar($"SELECT {column} FROM {table} WHERE {row}")!;
        if (before is long number && long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var other) && other == number)
            return null;
        try
        {
            Assert.Equal(1, connection.Execute($"UPDATE {table} SET {column} = @text WHERE {row}", new { text }));
        }
        catch (SqliteException)
        {
            return null;
        }
        var quoted = connection.QuerySingle<string>("SELECT quote(@text)", new { text = before is long ? (object)long.Parse(text, CultureInfo.InvariantCulture) : text });
        var key = connection.Query<string>($"SELECT name FROM pragma_table_info('{table}') WHERE pk > 0").Contains(column)
            ? string.Join(" AND ", row.Split(" AND ").Select(part => part.StartsWith($"{column} = ", StringComparison.Ordinal) ? $"{column} = {quoted}" : part))
            : row;
        return () => Assert.Equal(1, connection.Execute($"UPDATE {table} SET {column} = @before WHERE {key}", new { before }));
    }
}
