using System.Diagnostics;
using Dapper;
using Microsoft.Data.Sqlite;

namespace Indices.Storage;

/// <summary>Tells whether anything was committed, cheaply enough to be asked by every request.</summary>
public interface IStorageChanges
{
    /// <summary>
    /// Another number after every commit: of this process at once, of another one within <see cref="DataVersion.Patience"/>.
    /// Equal marks mean that nothing changed between them, but for that time.
    /// </summary>
    long Mark { get; }
}

/// <summary>SQLite's own counter of commits, asked over a connection that never writes and is kept open.</summary>
internal sealed class DataVersion(Database database) : IStorageChanges, IDisposable
{
    internal static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(100);

    private readonly Lock _gate = new();
    private SqliteConnection? _connection;
    private long _own = -1;
    private long _asked;
    private long _version;
    private long _mark;

    public long Mark
    {
        get
        {
            if (database.Commits == Volatile.Read(ref _own) && Stopwatch.GetElapsedTime(Volatile.Read(ref _asked)) < Patience)
                return Volatile.Read(ref _mark);
            lock (_gate)
                return Ask();
        }
    }

    private long Ask()
    {
        _connection ??= database.Open();
        // Read before the counter of SQLite: a commit between the two is asked about once more, and never overlooked.
        var (own, asked) = (database.Commits, Stopwatch.GetTimestamp());
        var version = _connection.ExecuteScalar<long>("PRAGMA data_version");
        if (version != _version)
            Volatile.Write(ref _mark, _mark + 1);
        _version = version;
        Volatile.Write(ref _own, own);
        Volatile.Write(ref _asked, asked);
        return _mark;
    }

    public void Dispose() => _connection?.Dispose();
}
