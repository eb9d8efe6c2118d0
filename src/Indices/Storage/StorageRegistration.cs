using Indices.Accounts;
using Indices.Alerts;
using Indices.Intake;
using Indices.Methodology;
using Indices.Observations;
using Indices.Provenance;
using Indices.Releases;
using Indices.Releases.Calendar;
using Indices.Releases.Seals;
using Indices.Sources;
using Microsoft.Extensions.DependencyInjection;

namespace Indices.Storage;

/// <summary>Where the database lives.</summary>
/// <param name="DatabaseFile">Absolute path of the SQLite file; its folder must exist.</param>
public sealed record StorageOptions(string DatabaseFile)
{
    /// <summary>Absolute path of the secret of the audit log, made when it is missing; <c>keys/audit.key</c> beside the database unless set.</summary>
    public string AuditKeyFile { get; init; } = Path.Combine(Path.GetDirectoryName(DatabaseFile)!, "keys", "audit.key");

    /// <summary>Absolute path of the private key that signs releases, made when it is missing; <c>keys/release.key</c> beside the database unless set.</summary>
    public string SealKeyFile { get; init; } = Path.Combine(Path.GetDirectoryName(DatabaseFile)!, "keys", "release.key");
}

/// <summary>Brings the database to the newest schema.</summary>
public interface IStorageMigrator
{
    /// <summary>Refuses a SQLite older than 3.51.3, sets the journal mode, and runs what is missing of the migrations. Safe to kill.</summary>
    /// <exception cref="InvalidOperationException">The SQLite library is too old.</exception>
    void Migrate();
}

public static class StorageRegistration
{
    /// <summary>Registers every reader and writer of the statistical core, and <see cref="IStorageMigrator"/>.</summary>
    /// <remarks>All are singletons around one database with one writer gate. Nothing opens the file until it is used.</remarks>
    public static IServiceCollection AddIndicesStorage(this IServiceCollection services, StorageOptions options) => services
        .AddSingleton(options)
        .AddSingleton<Database>()
        .AddSingleton<IStorageChanges, DataVersion>()
        .AddSingleton<AuditKey>()
        .AddSingleton<AuditLog>()
        .AddSingleton<IAuditReader>(services => services.GetRequiredService<AuditLog>())
        .AddSingleton<IAuditWriter>(services => services.GetRequiredService<AuditLog>())
        .AddSingleton<SealKey>()
        .AddSingleton<ReleaseSeals>()
        .AddSingleton<ISealReader, SealReader>()
        .AddSingleton<ISealVerifier, SealVerifier>()
        .AddSingleton<IStorageMigrator, StorageMigrator>()
        .AddSingleton<IObservationReader, ObservationReader>()
        .AddSingleton<IObservationWriter, ObservationWriter>()
        .AddSingleton<IIntakeReader, IntakeReader>()
        .AddSingleton<IIntakeWriter, IntakeWriter>()
        .AddSingleton<IDefinitionReader, DefinitionReader>()
        .AddSingleton<IDefinitionWriter, DefinitionWriter>()
        .AddSingleton<ISourceReader, SourceReader>()
        .AddSingleton<ISourceWriter, SourceWriter>()
        .AddSingleton<ISourceEditReader, SourceEditStore>()
        .AddSingleton<ISourceEditWriter, SourceEditStore>()
        .AddSingleton<IAlertReader, AlertReader>()
        .AddSingleton<IAlertWriter, AlertWriter>()
        .AddSingleton<IJobRunReader, JobRunReader>()
        .AddSingleton<IJobRunWriter, JobRunWriter>()
        .AddSingleton<IScheduleReader, ScheduleStore>()
        .AddSingleton<IScheduleWriter, ScheduleStore>()
        .AddSingleton<IRecalculationReader, RecalculationReader>()
        .AddSingleton<IRecalculationWriter, RecalculationWriter>()
        .AddSingleton<IReleaseReader, ReleaseReader>()
        .AddSingleton<ICandidateReader, CandidateReader>()
        .AddSingleton<IReleaseWriter, ReleaseWriter>()
        .AddSingleton<IWorkflowWriter, WorkflowWriter>()
        .AddSingleton<ICalendarReader, CalendarStore>()
        .AddSingleton<ICalendarWriter, CalendarStore>()
        .AddSingleton<IAccountReader, AccountReader>()
        .AddSingleton<IAccountWriter, AccountWriter>()
        .AddSingleton<SessionStore>()
        .AddSingleton<ISessionReader>(services => services.GetRequiredService<SessionStore>())
        .AddSingleton<ISessionWriter>(services => services.GetRequiredService<SessionStore>())
        .AddSingleton<SecondFactorStore>()
        .AddSingleton<ISecondFactorReader>(services => services.GetRequiredService<SecondFactorStore>())
        .AddSingleton<ISecondFactorWriter>(services => services.GetRequiredService<SecondFactorStore>());
}
