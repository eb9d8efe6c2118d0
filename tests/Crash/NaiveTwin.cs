using Microsoft.Data.Sqlite;

namespace Crash;

/// <summary>
/// Does the same work as everybody would on the first afternoon: files go straight under their final names, every row is a
/// commit of its own, nothing is flushed and no table has a key. Without a kill it ends with the same content; the harness
/// must find what kills do to it.
/// </summary>
internal sealed class NaiveTwin : IDisposable
{
    private readonly string _data;
    private readonly SqliteConnection _model;
    private readonly SqliteConnection _own;

    /// <param name="model">Data directory of an undisturbed run, where the rows are taken from.</param>
    private NaiveTwin(string model, string data)
    {
        (_data, _model, _own) = (data, Inspection.Open(Path.Combine(model, "statistics.db")), Inspection.Open(Path.Combine(data, "statistics.db")));
        Execute(_own, "PRAGMA synchronous = OFF");
    }

    /// <summary>The tables without their keys, with what the work finds there and what belongs to none of its steps.</summary>
    internal static void Prepare(string model, string data)
    {
        var database = Path.Combine(data, "statistics.db");
        foreach (var file in Directory.EnumerateFiles(data, "*.db*").ToList())
            File.Delete(file);
        using var connection = Inspection.Open(database);
        Execute(connection, $"ATTACH '{Path.Combine(model, "statistics.db")}' AS model");
        var steps = Transactions.Tables(connection).Select(t => t.Name).ToHashSet();
        foreach (var table in Names(connection))
            Execute(connection, $"CREATE TABLE {table} AS SELECT * FROM model.{table} WHERE {(steps.Contains(table) && table != "audit_log" ? 0 : 1)}");
    }

    internal static void Run(string model, string data)
    {
        using var twin = new NaiveTwin(model, data);
        Console.WriteLine(StaffWork.Began);
        Directory.CreateDirectory(Path.Combine(Scenario.Inbox(data), "done"));
        foreach (var name in Scenario.InboxNames.Where(n => File.Exists(Path.Combine(Scenario.Inbox(data), n))))
        {
            twin.TakeIn(Path.Combine(Scenario.Inbox(data), name));
            File.Move(Path.Combine(Scenario.Inbox(data), name), Path.Combine(Scenario.Inbox(data), "done", name));
        }
        if (!twin.Has($"document {Scenario.Upload}"))
        {
            twin.Write($"upload {Scenario.Upload}");
            twin.TakeIn(Scenario.Desk(data));
        }
        foreach (var step in Transactions.Of(twin._model).Keys.Where(k => !k.StartsWith("document ", StringComparison.Ordinal)).Where(k => !twin.Has(k)))
            twin.Write(step);
        Console.WriteLine(StaffWork.Done);
    }

    private bool Has(string owner) => Transactions.Of(_own).ContainsKey(owner);

    private void TakeIn(string path)
    {
        var bytes = File.ReadAllBytes(path);
        var sha256 = Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(bytes));
        var folder = Directory.CreateDirectory(Path.Combine(_data, "documents", sha256[..2])).FullName;
        using (var file = new FileStream(Path.Combine(folder, sha256), FileMode.Create, FileAccess.Write, FileShare.None, bufferSize: 0))
            foreach (var some in bytes.Chunk(512))
                file.Write(some);
        Write($"document {Path.GetFileName(path)}");
    }

    private void Write(string owner)
    {
        foreach (var table in Transactions.Tables(_model))
        {
            using var select = _model.CreateCommand();
            select.CommandText = $"SELECT t.* FROM {table.From} WHERE {table.Owner} = $owner";
            select.Parameters.AddWithValue("$owner", owner);
            using var rows = select.ExecuteReader();
            while (rows.Read())
            {
                using var insert = _own.CreateCommand();
                insert.CommandText = $"INSERT INTO {table.Name} VALUES ({string.Join(", ", Enumerable.Range(0, rows.FieldCount).Select(i => $"${i}"))})";
                for (var i = 0; i < rows.FieldCount; i++)
                    insert.Parameters.AddWithValue($"${i}", rows.GetValue(i));
                insert.ExecuteNonQuery();
            }
        }
    }

    private static List<string> Names(SqliteConnection connection) =>
        TestSupport.DatabaseContent.Rows(connection, "SELECT name FROM model.sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite%'");

    private static void Execute(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    public void Dispose()
    {
        _model.Dispose();
        _own.Dispose();
    }
}
