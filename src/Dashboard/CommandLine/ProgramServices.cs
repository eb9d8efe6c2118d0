using Indices.Methodology;
using Indices.Storage;
using Ingest.Methods;
using Ingest.Sources;

namespace Dashboard.CommandLine;

/// <summary>The database and the door for files, without the server around them.</summary>
internal static class ProgramServices
{
    /// <param name="data">Instead of DASHBOARD_DATA; null for that.</param>
    /// <param name="seed">Instead of DASHBOARD_SEED; null for that.</param>
    /// <exception cref="BadInputException">A setting has no meaning.</exception>
    internal static ServerSettings Settings(string? data, string? seed)
    {
        var given = new Dictionary<string, string?> { ["DASHBOARD_DATA"] = data, ["DASHBOARD_SEED"] = seed };
        try
        {
            return ServerSettings.Of(new ConfigurationBuilder()
                .AddEnvironmentVariables()
                .AddInMemoryCollection(given.Where(setting => setting.Value is not null))
                .Build());
        }
        catch (InvalidOperationException refusal)
        {
            throw new BadInputException(refusal.Message);
        }
    }

    /// <summary>A database of the newest schema, and nothing else.</summary>
    internal static ServiceProvider OpenStore(ServerSettings settings)
    {
        var services = new ServiceCollection().AddIndicesStorage(settings.Storage).BuildServiceProvider();
        services.GetRequiredService<IStorageMigrator>().Migrate();
        return services;
    }

    /// <summary>A database of the newest schema with definitions in it: those in force, or the seeds' where there are none yet.</summary>
    /// <exception cref="MethodologyFileException">A definition file of the seeds is refused.</exception>
    internal static async Task<ServiceProvider> Open(ServerSettings settings, CancellationToken cancellation)
    {
        var services = new ServiceCollection()
            .AddSingleton(TimeProvider.System)
            .AddIndicesStorage(settings.Storage)
            .AddIngestion(settings.Ingest)
            .AddSingleton<DefinitionFiles>()
            .BuildServiceProvider();
        services.GetRequiredService<IStorageMigrator>().Migrate();
        if (await services.GetRequiredService<IDefinitionReader>().Current(cancellation) is null)
            await services.GetRequiredService<DefinitionFiles>().Load(cancellation);
        return services;
    }
}
