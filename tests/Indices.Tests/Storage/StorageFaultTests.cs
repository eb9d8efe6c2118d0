using System.Globalization;
using Dapper;
using Indices.Observations;
using Indices.Provenance;
using Indices.Storage;
using Indices.Time;
using TestSupport;
using Xunit;

namespace Indices.Tests.Storage;

/// <summary>Storage that cannot take a change: a full disk, and a database held by another program.</summary>
public sealed class StorageFaultTests : IDisposable
{
    private readonly TemporaryStore _store = new();

    public void Dispose() => _store.Dispose();

    [Fact]
    public async Task Document_OnAFullDisk_IsNotStoredAtAllAndGoesInOnceThereIsSpace()
    {
        using var database = new Database(new StorageOptions(_store.DatabaseFile));
        var writer = new ObservationWriter(database);
        await writer.Append([Document('a', 10)], Cancellation);
        Limit(database, pages: 0);

        var failure = await Assert.ThrowsAsync<StorageException>(() => writer.Append([Document('b', 20_000)], Cancellation));

        Assert.Contains("The storage is full", failure.Message, StringComparison.Ordinal);
        Assert.Equal((10, 1, "ok"), Content(database));
        Limit(database, pages: 1_000_000);
        Assert.Equal(20_000, (await writer.Append([Document('b', 20_000)], Cancellation)).Added);
        Assert.Equal((20_010, 2, "ok"), Content(database));
    }

    [Fact]
    public async Task Document_WhileAnotherProgramHoldsTheDatabase_WaitsAndGoesInWhole()
    {
        using var database = new Database(new StorageOptions(_store.DatabaseFile));
        using var other = new Database(new StorageOptions(_store.DatabaseFile));
        using var holder = other.Open();
        var held = holder.BeginTransaction(deferred: false);

        var waiting = Task.Run(() => new ObservationWriter(database).Append([Document('a', 10)], Cancellation), Cancellation);
        Assert.Equal((0, 0, "ok"), Content(database));
        await held.RollbackAsync(Cancellation);

        Assert.Equal(10, (await waiting).Added);
        await held.DisposeAsync();
    }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>The connection goes back to the pool with the limit on it; 0 leaves no page beyond those there are.</summary>
    private static void Limit(Database database, int pages)
    {
        using var connection = database.Open();
        connection.Execute($"PRAGMA max_page_count = {Math.Max(pages, connection.ExecuteScalar<int>("PRAGMA page_count")).ToString(CultureInfo.InvariantCulture)}");
    }

    private static (int Observations, int Documents, string Integrity) Content(Database database)
    {
        using var connection = database.Open();
        return (connection.ExecuteScalar<int>("SELECT COUNT(*) FROM observation"), connection.ExecuteScalar<int>("SELECT COUNT(*) FROM raw_document"),
            connection.ExecuteScalar<string>("PRAGMA integrity_check")!);
    }

    private static ParsedDocument Document(char name, int rows)
    {
        var known = new Vintage(new DateTimeOffset(2024, 5, 2, 4, 0, 0, TimeSpan.Zero));
        return new ParsedDocument(
            new RawDocument(new string(name, 64), $"{name}.csv", $"inbox:{name}.csv", "text/csv", 1, known, "test"),
            [.. Enumerable.Range(0, rows).Select(i => new NewObservation(
                new SeriesId($"{name}-{i}", Measures.Value, "990100", "", Origin.Official), Period.OfYear(2023), "1", ObservationStatus.A, known, i + 2))],
            [], []);
    }
}
