using Indices.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace TestSupport;

/// <summary>A real, migrated, empty database in a folder of its own that goes away with it.</summary>
/// <remarks>The migrations run once for all tests of a process; each test then starts from a copy of that file.</remarks>
public sealed class TemporaryStore : IDisposable
{
    private static readonly Lazy<byte[]> Migrated = new(Migrate);

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("dashboard-store-");
    private readonly ServiceProvider _services;

    public TemporaryStore()
    {
        File.WriteAllBytes(DatabaseFile, Migrated.Value);
        _services = Open();
    }

    public string DatabaseFile => Path.Combine(_folder.FullName, "statistics.db");

    /// <summary>All readers and writers of the statistical core.</summary>
    public IServiceProvider Services => _services;

    public T Get<T>() where T : notnull => _services.GetRequiredService<T>();

    /// <summary>The same file once more, as another process would open it: with a writer gate of its own. The caller disposes it.</summary>
    public ServiceProvider Open() => Open(DatabaseFile);

    public void Dispose()
    {
        _services.Dispose();
        _folder.Delete(recursive: true);
    }

    private static ServiceProvider Open(string file) =>
        new ServiceCollection().AddIndicesStorage(new StorageOptions(file)).BuildServiceProvider();

    private static byte[] Migrate()
    {
        var folder = Directory.CreateTempSubdirectory("dashboard-store-");
        try
        {
            var file = Path.Combine(folder.FullName, "empty.db");
            // Disposing closes the last connection, which moves everything from the write-ahead log into the file.
            using (var services = Open(file))
                services.GetRequiredService<IStorageMigrator>().Migrate();
            return File.ReadAllBytes(file);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
