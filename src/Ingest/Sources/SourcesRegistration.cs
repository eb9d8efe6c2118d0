using Indices.Intake;
using Indices.Sources;
using Ingest.Archive;
using Ingest.Intake;
using Ingest.Sources.Http;
using Ingest.Validation;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Ingest.Sources;

public static class SourcesRegistration
{
    /// <summary>Registers everything that brings files in. It needs the readers and writers of the statistical core.</summary>
    public static IServiceCollection AddIngestion(this IServiceCollection services, IngestOptions options)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton(options);
        return services
            .AddSingleton<DocumentArchive>()
            .AddSingleton<ContentCheck>()
            .AddSingleton<DocumentReading>()
            .AddSingleton<FileIngestion>()
            .AddSingleton<IIntake, IntakeDesk>()
            .AddSingleton<ISourceTemplates, SourceTemplates>()
            .AddSingleton<InboxFolder>()
            .AddSingleton<SeedFolders>()
            .AddSingleton<SourceFetching>()
            .AddSourceClient(options.Fetch);
    }
}
