using Ingest.Archive;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Ingest;

public static class IngestRegistration
{
    /// <summary>Registers everything that brings files in. The readers and writers of the statistical core are registered by it.</summary>
    public static IServiceCollection AddIngestion(this IServiceCollection services, IngestOptions options)
    {
        services.TryAddSingleton(TimeProvider.System);
        return services
            .AddSingleton(options)
            .AddSingleton<DocumentArchive>()
            .AddSingleton<FileIngestion>()
            .AddSingleton<InboxFolder>()
            .AddSingleton<SeedFolders>();
    }
}
