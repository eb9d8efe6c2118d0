using System.Data;
using Dapper;
using Indices.Accounts;
using Microsoft.Data.Sqlite;

namespace Indices.Storage;

/// <summary>Rows of the audit log as they are stored.</summary>
/// <param name="Hash">Null in rows from before the log was chained; the first hash after them covers them.</param>
internal sealed record AuditRow(long Id, AuditEntry Entry, string? Hash);

internal static class AuditRows
{
    private const string Columns = "at, done_by, action, subject, result, address, id, hash";

    /// <summary>The whole log from its first row on, one row at a time.</summary>
    public static IEnumerable<AuditRow> All(SqliteConnection connection)
    {
        using var reader = connection.ExecuteReader($"SELECT {Columns} FROM audit_log ORDER BY id");
        while (reader.Read())
            yield return new AuditRow(reader.GetInt64(6), Entry(reader), reader.TextOrNull(7));
    }

    public static AuditHead? Head(SqliteConnection connection) => connection
        .List("SELECT id, hash FROM audit_log ORDER BY id DESC LIMIT 1", null, r => new AuditHead(r.GetInt64(0), r.TextOrNull(1) ?? AuditChain.Start))
        .SingleOrDefault();

    public static AuditPage Find(SqliteConnection connection, AuditFilter filter, int skip, int count)
    {
        const string matches = """
            FROM audit_log
            WHERE (@By IS NULL OR lower(done_by) = lower(@By)) AND (@Action IS NULL OR action = @Action)
              AND (@from IS NULL OR at >= @from) AND (@before IS NULL OR at < @before)
              AND (@text IS NULL OR subject LIKE @text ESCAPE '\' OR result LIKE @text ESCAPE '\' OR address LIKE @text ESCAPE '\')
            """;
        var parameters = new
        {
            filter.By, filter.Action, from = Texts.Of(filter.From), before = Texts.Of(filter.Before), text = Pattern(filter.Text), skip, count,
        };
        return new AuditPage(
            connection.List($"SELECT {Columns} {matches} ORDER BY id DESC LIMIT @count OFFSET @skip", parameters, Entry),
            connection.ExecuteScalar<long>($"SELECT COUNT(*) {matches}", parameters));
    }

    public static void Add(SqliteConnection connection, long id, AuditEntry entry, string hash) => connection.Execute(
        "INSERT INTO audit_log (id, at, done_by, action, subject, result, address, hash) VALUES (@id, @at, @By, @Action, @Subject, @Result, @Address, @hash)",
        new { id, at = Texts.Of(entry.At), entry.By, entry.Action, entry.Subject, entry.Result, entry.Address, hash });

    private static AuditEntry Entry(IDataRecord r) => new(r.Instant(0), r.GetString(1), r.GetString(2), r.GetString(3), r.GetString(4), r.TextOrNull(5));

    /// <summary>The text anywhere, each character standing for itself.</summary>
    private static string? Pattern(string? text) => text is null
        ? null
        : $"%{text.Replace(@"\", @"\\", StringComparison.Ordinal).Replace("%", @"\%", StringComparison.Ordinal).Replace("_", @"\_", StringComparison.Ordinal)}%";
}
