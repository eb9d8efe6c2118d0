using System.Security.Cryptography;
using Microsoft.Data.Sqlite;
using TestSupport;

namespace Crash;

/// <summary>What a killed process left behind, held against an undisturbed run.</summary>
/// <param name="Kept">What its transactions were about.</param>
/// <param name="OpenRuns">Runs of jobs that had begun and not ended.</param>
internal sealed record Inspection(IReadOnlyList<string> Faults, IReadOnlyCollection<string> Kept, IReadOnlyList<string> OpenRuns)
{
    /// <summary>Looks at a copy of the databases, so that the next life finds them as the kill left them.</summary>
    internal static Inspection Of(string data, Undisturbed undisturbed)
    {
        using var copy = Scratch.Folder();
        foreach (var file in Directory.EnumerateFiles(data, "*.db*").Where(f => !f.EndsWith("-shm", StringComparison.Ordinal)))
            File.Copy(file, Path.Combine(copy.Path, Path.GetFileName(file)));
        var faults = new List<string>();
        foreach (var database in Directory.EnumerateFiles(copy.Path, "*.db"))
            using (var opened = Open(database))
                faults.AddRange(Of(opened, "PRAGMA integrity_check").Where(line => line != "ok").Concat(Of(opened, "PRAGMA foreign_key_check")).Select(line => $"{Path.GetFileName(database)}: {line}"));
        using var statistics = Open(Path.Combine(copy.Path, "statistics.db"));
        var transactions = Transactions.Of(statistics);
        faults.AddRange(transactions.Where(t => undisturbed.Transactions.GetValueOrDefault(t.Key) != t.Value).Select(t => $"{t.Key}: {Lines(t.Value)} rows, not {Lines(undisturbed.Transactions.GetValueOrDefault(t.Key, ""))} or other ones"));
        faults.AddRange(Of(statistics, "SELECT series, period, vintage FROM observation GROUP BY 1, 2, 3 HAVING count(*) > 1").Select(o => $"observation twice: {o}"));
        faults.AddRange(Files(data, Of(statistics, "SELECT sha256 FROM raw_document UNION SELECT sha256 FROM pending_document")));
        faults.AddRange(Inbox(data, transactions.Keys));
        return new(faults, [.. transactions.Keys], [.. Of(statistics, "SELECT id FROM job_run WHERE ended_at IS NULL")]);
    }

    internal static SqliteConnection Open(string file)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = file, Pooling = false }.ConnectionString);
        connection.Open();
        return connection;
    }

    private static List<string> Of(SqliteConnection connection, string sql) => DatabaseContent.Rows(connection, sql);

    /// <summary>A row has its bytes, and a file under its final name all of them.</summary>
    private static IEnumerable<string> Files(string data, IReadOnlyList<string> rows)
    {
        var folder = Directory.CreateDirectory(Path.Combine(data, "documents")).FullName;
        var files = Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Where(f => !Path.GetFileName(f).StartsWith('.')).ToList();
        return rows.Except(files.Select(f => Path.GetFileName(f))).Select(sha256 => $"row without bytes: {sha256}")
            .Concat(files.Where(f => Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(f))) != Path.GetFileName(f)).Select(f => $"part of a file: {f}"));
    }

    /// <summary>A file lies in the inbox or, once it is taken in, among those that are done.</summary>
    private static IEnumerable<string> Inbox(string data, IEnumerable<string> kept) =>
        from name in Scenario.InboxNames
        let waits = File.Exists(Path.Combine(Scenario.Inbox(data), name))
        let isDone = File.Exists(Path.Combine(Scenario.Inbox(data), "done", name))
        where waits == isDone || (isDone && !kept.Contains($"document {name}"))
        select $"{name}: {(waits == isDone ? "lost or there twice" : "done and not taken in")}";

    private static int Lines(string text) => text.Length == 0 ? 0 : text.Count(c => c == '\n') + 1;
}

/// <summary>What is there when nobody kills anything.</summary>
internal sealed record Undisturbed(IReadOnlyDictionary<string, string> Transactions, string Content)
{
    internal static Undisturbed Of(string data)
    {
        var file = Path.Combine(data, "statistics.db");
        using var connection = Inspection.Open(file);
        return new(Crash.Transactions.Of(connection), DatabaseContent.Of(file));
    }
}
