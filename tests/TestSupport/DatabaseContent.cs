using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.Data.Sqlite;

namespace TestSupport;

/// <summary>Everything in a database as text, to compare two of them. Instants of the test's own day are masked: they say when it ran, not what it did.</summary>
public static partial class DatabaseContent
{
    // When and how often the program ran, and secrets drawn at random, are not content.
    private static readonly string[] LeftOut =
    [
        "job_run", "job_run_line", "schedule_event", "misfire", "recalculation", "recalculation_period", "recalculation_result", "recalculation_decision",
        "account", "staff_session", "password_history", "audit_log", "publication", "schema_version", "fetch", "alert", "alert_end", "alert_delivery",
        "release_digest", "release_digest_part", "release_seal",
    ];

    /// <summary>One line a row, tables and rows in a fixed order.</summary>
    public static string Of(string databaseFile)
    {
        using var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = databaseFile, Mode = SqliteOpenMode.ReadOnly, Pooling = false }.ConnectionString);
        connection.Open();
        var text = new StringBuilder();
        foreach (var table in Tables(connection))
            foreach (var row in Rows(connection, $"SELECT * FROM \"{table}\"").Order(StringComparer.Ordinal))
                text.Append(table).Append('\t').Append(row).Append('\n');
        return text.ToString();
    }

    private static List<string> Tables(SqliteConnection connection) =>
        [.. Read(connection, "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite%' ORDER BY name", r => r.GetString(0))
            .Where(name => !LeftOut.Contains(name.ToLowerInvariant()))];

    /// <summary>The answer to a query, one line a row with tabs between the fields, instants of today masked.</summary>
    public static List<string> Rows(SqliteConnection connection, string sql) =>
        Read(connection, sql, reader =>
        {
            var fields = new string[reader.FieldCount];
            for (var i = 0; i < fields.Length; i++)
                fields[i] = Convert.ToString(reader.GetValue(i), CultureInfo.InvariantCulture) ?? "";
            return Instant().Replace(string.Join('\t', fields), match => IsOfThisRun(match.Value) ? "<now>" : match.Value);
        });

    private static List<T> Read<T>(SqliteConnection connection, string sql, Func<SqliteDataReader, T> read)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        using var reader = command.ExecuteReader();
        var rows = new List<T>();
        while (reader.Read())
            rows.Add(read(reader));
        return rows;
    }

    private static bool IsOfThisRun(string instant) =>
        DateTimeOffset.Parse(instant, CultureInfo.InvariantCulture) > DateTimeOffset.UtcNow.AddHours(-3)
        && DateTimeOffset.Parse(instant, CultureInfo.InvariantCulture) <= DateTimeOffset.UtcNow.AddMinutes(1);

    [GeneratedRegex(@"[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}\.[0-9]{3,7}Z", RegexOptions.CultureInvariant)]
    private static partial Regex Instant();
}
