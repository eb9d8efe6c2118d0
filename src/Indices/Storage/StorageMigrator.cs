using System.Reflection;
using Dapper;
using DbUp;
using DbUp.Sqlite;
using DbUp.Sqlite.Helpers;
using Microsoft.Data.Sqlite;

namespace Indices.Storage;

/// <summary>Runs the embedded scripts that the journal does not list yet.</summary>
internal sealed class StorageMigrator(Database database, ReleaseSeals seals) : IStorageMigrator
{
    /// <summary>Older ones can lose committed data when two connections reset the write-ahead log at once.</summary>
    private static readonly Version OldestLibrary = new(3, 51, 3);

    public void Migrate()
    {
        using var connection = database.Open();
        RequireLibrary(connection.ServerVersion);
        SetJournalMode(connection);
        // One transaction around all scripts and the journal: a killed upgrade leaves the old schema, and a second
        // process that starts at the same time waits here and then finds nothing to do.
        using var transaction = connection.BeginTransaction(deferred: false);
        var hadSeals = HasSeals(connection);
        RunScripts(connection);
        // Once and never again: what appears without a seal later was not approved.
        if (!hadSeals)
            seals.AddMissing(connection);
        transaction.Commit();
    }

    internal static void RequireLibrary(string version)
    {
        if (Version.Parse(version) < OldestLibrary)
            throw new InvalidOperationException(
                $"SQLite {version} 太旧，至少需要 {OldestLibrary}。SQLite {version} is too old: at least {OldestLibrary} is needed, earlier ones can lose committed data.");
    }

    private static void SetJournalMode(SqliteConnection connection)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA journal_mode = WAL";
        if (command.ExecuteScalar() is not "wal")
            throw new InvalidOperationException(
                $"数据库所在的磁盘不支持 WAL。The disk that holds {connection.DataSource} does not support a write-ahead log.");
    }

    private static bool HasSeals(SqliteConnection connection) =>
        connection.ExecuteScalar<bool>("SELECT EXISTS (SELECT 1 FROM sqlite_schema WHERE name = 'release_seal')");

    private static void RunScripts(SqliteConnection connection)
    {
        using var shared = new SharedConnection(connection);
        var upgrade = DeployChanges.To
            .SqliteDatabase(shared)
            .WithScriptsEmbeddedInAssembly(Assembly.GetExecutingAssembly(), name => name.EndsWith(".sql", StringComparison.Ordinal))
            .WithVariablesDisabled()
            .WithoutTransaction()
            .LogToNowhere();
        upgrade.Configure(c => c.Journal = new StrictJournal(() => c.ConnectionManager, () => c.Log));
        var result = upgrade.Build().PerformUpgrade();
        if (!result.Successful)
            throw new InvalidOperationException($"The upgrade of the database failed in {result.ErrorScript?.Name}.", result.Error);
    }

    /// <summary>The list of scripts that have run, in a STRICT table like every other.</summary>
    private sealed class StrictJournal(
        Func<DbUp.Engine.Transactions.IConnectionManager> connections, Func<DbUp.Engine.Output.IUpgradeLog> log)
        : SqliteTableJournal(connections, log, "schema_version")
    {
        protected override string CreateSchemaTableSql(string quotedPrimaryKeyName) => $"""
            CREATE TABLE {FqSchemaTableName} (
                SchemaVersionID INTEGER PRIMARY KEY,
                ScriptName TEXT NOT NULL UNIQUE,
                Applied TEXT NOT NULL
            ) STRICT
            """;
    }
}
