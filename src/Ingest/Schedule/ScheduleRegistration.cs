using Indices.Provenance;
using Indices.Sources;
using Ingest.Alerts;
using Ingest.Jobs;
using Ingest.Methods;
using Ingest.Recalculation;
using Ingest.Sources;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Quartz;

namespace Ingest.Schedule;

/// <summary>Everything that runs on a schedule.</summary>
public static class ScheduleRegistration
{
    /// <summary>Registers the jobs with Quartz on a database file of its own: in a shared one fires came up to 30 s late under load.</summary>
    public static IServiceCollection AddSchedule(this IServiceCollection services, IngestOptions options)
    {
        var connection = ConnectionString(options);
        services.AddSingleton<DefinitionFiles>();
        services.AddSingleton<FileLoading>();
        services.AddSingleton<ReleaseCalculation>();
        services.AddSingleton<RecalculationOrders>();
        services.AddSingleton<IndexRecalculation>();
        services.AddSingleton<DemoReleaseHistory>();
        services.AddSingleton<CalculationChain>();
        services.AddSingleton<ScheduleGate>();
        services.AddSingleton<JobRegistrar>();
        services.AddSingleton<JobRunListener>();
        services.AddSingleton<IJobControl, QuartzJobControl>();
        services.AddSingleton<ISourceControl, SourceControl>();
        services.AddAlerts(options.Alerts);
        services.AddQuartz(quartz =>
        {
            quartz.ConfigureScheduler(scheduler => scheduler.InstanceName = "dashboard");
            UseStore(quartz, connection);
            quartz.AddJobListener(provider => provider.GetRequiredService<JobRunListener>(), []);
            quartz.AddTriggerListener(provider => provider.GetRequiredService<ScheduleGate>(), []);
        });
        services.AddHostedService<StartupSequence>();
        services.AddQuartzHostedService(host => host.WaitForJobsToComplete = true);
        return services;
    }

    /// <summary>The store of the scheduler: one process, one file, job data as text.</summary>
    internal static void UseStore(IQuartzBuilder quartz, string connection) => quartz.UsePersistentStore(store =>
    {
        store.UseSqlite(SqliteFactory.Instance, connection);
        store.UseSystemTextJsonSerializer();
        store.ProvisionSchema();
        store.ConfigureStore(o => o.StoreJobDataAsStrings = true);
    });

    /// <summary>Gives the scheduler's file write-ahead logging before the scheduler opens it; Quartz leaves the mode as it finds it.</summary>
    public static void PrepareStore(IngestOptions options)
    {
        using var connection = new SqliteConnection(ConnectionString(options));
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA journal_mode = WAL";
        command.ExecuteNonQuery();
    }

    private static string ConnectionString(IngestOptions options) =>
        new SqliteConnectionStringBuilder { DataSource = Path.Combine(options.DataDirectory, "schedule.db") }.ConnectionString;
}
