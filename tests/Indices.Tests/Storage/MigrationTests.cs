using Dapper;
using Indices.Storage;
using Microsoft.Extensions.DependencyInjection;
using TestSupport;
using Xunit;

namespace Indices.Tests.Storage;

public sealed class MigrationTests : IDisposable
{
    private readonly TemporaryStore _store = new();

    [Theory]
    [InlineData("3.50.2")]
    [InlineData("3.51.2")]
    public void RequireLibrary_TooOld_Refuses(string version)
    {
        var refusal = Assert.Throws<InvalidOperationException>(() => StorageMigrator.RequireLibrary(version));

        Assert.Contains(version, refusal.Message, StringComparison.Ordinal);
        Assert.Contains("3.51.3", refusal.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("3.51.3")]
    [InlineData("3.53.0")]
    [InlineData("4.0.0")]
    public void RequireLibrary_NewEnough_Accepts(string version) =>
        Assert.Null(Record.Exception(() => StorageMigrator.RequireLibrary(version)));

    [Fact]
    public void Migrate_Again_ChangesNothing()
    {
        var before = Schema();

        _store.Get<IStorageMigrator>().Migrate();

        Assert.Equal(before, Schema());
    }

    [Fact]
    public async Task Migrate_SeveralProcessesAtOnce_EachEndsWithTheWholeSchema()
    {
        var file = Path.Combine(Path.GetDirectoryName(_store.DatabaseFile)!, "fresh.db");

        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() =>
        {
            using var services = new ServiceCollection().AddIndicesStorage(new StorageOptions(file)).BuildServiceProvider();
            services.GetRequiredService<IStorageMigrator>().Migrate();
        })));

        using var fresh = new Database(new StorageOptions(file));
        using var connection = fresh.Open();
        Assert.Equal(Schema(), Schema(connection));
        Assert.Equal(
            typeof(Database).Assembly.GetManifestResourceNames().Count(name => name.EndsWith(".sql", StringComparison.Ordinal)),
            connection.ExecuteScalar<int>("SELECT COUNT(*) FROM schema_version"));
    }

    [Fact]
    public void Schema_EveryTable_IsStrictAndHoldsNoStatisticAsReal()
    {
        using var connection = _store.Get<Database>().Open();

        var tables = connection.Query<(string Name, long Strict)>(
            "SELECT name, strict FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND name NOT LIKE 'sqlite_%'").ToList();
        var types = connection.Query<string>(
            "SELECT DISTINCT c.type FROM pragma_table_list t, pragma_table_info(t.name) c WHERE t.schema = 'main' AND t.type = 'table' AND t.name NOT LIKE 'sqlite_%'").ToList();

        Assert.True(tables.Count > 20);
        Assert.All(tables, t => Assert.True(t.Strict == 1, t.Name));
        Assert.Equal(["INTEGER", "TEXT"], types.Order());
    }

    public void Dispose() => _store.Dispose();

    private List<string> Schema()
    {
        using var connection = _store.Get<Database>().Open();
        return Schema(connection);
    }

    private static List<string> Schema(Microsoft.Data.Sqlite.SqliteConnection connection) =>
        connection.Query<string>("SELECT type || ' ' || name || ' ' || COALESCE(sql, '') FROM sqlite_schema ORDER BY type, name").ToList();
}
