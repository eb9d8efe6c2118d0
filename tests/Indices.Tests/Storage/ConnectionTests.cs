using Dapper;
using Indices.Storage;
using Microsoft.Data.Sqlite;
using TestSupport;
using Xunit;

namespace Indices.Tests.Storage;

public sealed class ConnectionTests : IDisposable
{
    private readonly TemporaryStore _store = new();

    [Fact]
    public void Open_TwentyAtOnceAndAgainFromThePool_EachHasEverySetting()
    {
        var database = _store.Get<Database>();
        for (var round = 0; round < 2; round++)
        {
            var connections = Enumerable.Range(0, 20).Select(_ => database.Open()).ToList();
            Assert.All(connections, AssertSettings);
            // A setting spoilt by whoever had the connection before is made again.
            connections.ForEach(c => c.Execute("PRAGMA foreign_keys = OFF; PRAGMA synchronous = OFF; PRAGMA busy_timeout = 0; PRAGMA trusted_schema = ON;"));
            connections.ForEach(c => c.Dispose());
        }
    }

    [Fact]
    public async Task Write_FailsHalfWay_LeavesNothing()
    {
        var database = _store.Get<Database>();

        await Assert.ThrowsAsync<InvalidOperationException>(() => database.Write<int>(c =>
        {
            c.Execute("INSERT INTO definition_set (accepted_at) VALUES ('x')");
            throw new InvalidOperationException("half-way");
        }, TestContext.Current.CancellationToken));

        Assert.Equal(0, await database.Read(c => c.ExecuteScalar<long>("SELECT COUNT(*) FROM definition_set"), TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Read_Cancelled_IsCancelled()
    {
        using var cancelled = new CancellationTokenSource();
        await cancelled.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => _store.Get<Database>().Read(_ => 0, cancelled.Token));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => _store.Get<Database>().Write(_ => 0, cancelled.Token));
    }

    public void Dispose() => _store.Dispose();

    private static void AssertSettings(SqliteConnection connection)
    {
        Assert.Equal("wal", connection.ExecuteScalar<string>("PRAGMA journal_mode"));
        Assert.Equal(2, connection.ExecuteScalar<int>("PRAGMA synchronous"));
        Assert.Equal(1, connection.ExecuteScalar<int>("PRAGMA foreign_keys"));
        Assert.True(connection.ExecuteScalar<int>("PRAGMA busy_timeout") >= 5000);
        Assert.Equal(0, connection.ExecuteScalar<int>("PRAGMA trusted_schema"));
        Assert.Equal(1, connection.ExecuteScalar<int>("PRAGMA recursive_triggers"));
        Assert.Equal(0, connection.ExecuteScalar<int>("PRAGMA mmap_size"));
    }
}
