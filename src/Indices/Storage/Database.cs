using Microsoft.Data.Sqlite;

namespace Indices.Storage;

/// <summary>Connections to the SQLite file, and the one gate that all writers of this process pass through.</summary>
/// <remarks>
/// Two writers that meet inside SQLite wait by polling and can starve each other; queueing them here costs nothing and
/// keeps order. A writer of another process is met by BEGIN IMMEDIATE: the lock is taken before anything is read, so
/// waiting is all that can happen, and a transaction never fails half-way for having read too early.
/// The provider does no asynchronous input or output, so queries run on the caller's thread.
/// </remarks>
internal sealed class Database(StorageOptions options) : IDisposable
{
    /// <summary>Settings that SQLite keeps per connection, so every one that is handed out sets them.</summary>
    private const string Settings = """
        PRAGMA busy_timeout = 10000;
        PRAGMA synchronous = FULL;
        PRAGMA foreign_keys = ON;
        PRAGMA trusted_schema = OFF;
        PRAGMA recursive_triggers = ON;
        PRAGMA mmap_size = 0;
        """;

    private readonly SemaphoreSlim _writerGate = new(1, 1);
    private long _commits;

    /// <summary>Transactions that this process has committed.</summary>
    public long Commits => Interlocked.Read(ref _commits);

    private readonly string _connectionString = new SqliteConnectionStringBuilder
    {
        DataSource = options.DatabaseFile,
        Mode = SqliteOpenMode.ReadWriteCreate,
        Pooling = true,
        // Once the busy timeout is over the provider tries again until this many seconds have passed.
        DefaultTimeout = 60,
    }.ToString();

    /// <summary>An open connection with every setting made.</summary>
    public SqliteConnection Open()
    {
        var connection = new SqliteConnection(_connectionString);
        try
        {
            connection.Open();
            using var command = connection.CreateCommand();
            command.CommandText = Settings;
            command.ExecuteNonQuery();
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    /// <summary>Runs queries that all see the same state of the database. Never waits for a writer.</summary>
    public Task<T> Read<T>(Func<SqliteConnection, T> query, CancellationToken cancellation)
    {
        try
        {
            cancellation.ThrowIfCancellationRequested();
            using var connection = Open();
            using var transaction = connection.BeginTransaction(deferred: true);
            return Task.FromResult(query(connection));
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            return Task.FromCanceled<T>(cancellation);
        }
        catch (Exception failure)
        {
            return Task.FromException<T>(failure);
        }
    }

    /// <summary>Runs a change in one transaction: all of it or, when it throws, nothing.</summary>
    public async Task<T> Write<T>(Func<SqliteConnection, T> change, CancellationToken cancellation)
    {
        await _writerGate.WaitAsync(cancellation);
        try
        {
            using var connection = Open();
            using var transaction = connection.BeginTransaction(deferred: false);
            var result = change(connection);
            transaction.Commit();
            Interlocked.Increment(ref _commits);
            return result;
        }
        catch (SqliteException failure) when (StorageException.Of(failure) is { } known)
        {
            throw known;
        }
        finally
        {
            _writerGate.Release();
        }
    }

    public void Dispose()
    {
        using (var connection = new SqliteConnection(_connectionString))
            SqliteConnection.ClearPool(connection);
        _writerGate.Dispose();
    }
}
