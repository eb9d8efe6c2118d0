using Indices.Provenance;
using Ingest.Jobs;
using Ingest.Methods;
using Ingest.Recalculation;
using Ingest.Schedule;
using Ingest.Sources;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Quartz;

namespace Ingest;

/// <summary>Everything that brings statistics in and everything that runs on a schedule.</summary>
public static class IngestRegistration
{
    /// <summary>Registers the jobs with Quartz on a database file of its own: in a shared one fires came up to 30 s late under load.</summary>
    public static IServiceCollection AddSchedule(this IServiceCollection services, IngestOptions options)
    {
        var connection = new SqliteConnectionStringBuilder { DataSource = Path.Combine(options.DataDirectory, "schedule.db") }.ConnectionString;
        services.AddSingleton<DefinitionFiles>();
        services.AddSingleton<FileLoading>();
        services.AddSingleton<ReleaseCalculation>();
        services.AddSingleton<IndexRecalculation>();
        services.AddSingleton<DemoReleaseHistory>();
        services.AddSingleton<JobRunListener>();
        services.AddSingleton<IJobControl, QuartzJobControl>();
        services.AddQuartz(quartz =>
        {
            quartz.ConfigureScheduler(scheduler => scheduler.InstanceName = "dashboard");
            quartz.UsePersistentStore(store =>
            {
                store.UseSqlite(SqliteFactory.Instance, connection);
                store.UseSystemTextJsonSerializer();
                store.ProvisionSchema();
                store.ConfigureStore(o => o.StoreJobDataAsStrings = true);
            });
            quartz.AddJobListener(provider => provider.GetRequiredService<JobRunListener>(), []);
        });
        services.AddHostedService<StartupSequence>();
        services.AddQuartzHostedService(host => host.WaitForJobsToComplete = true);
        return services;
    }

    /// <summary>Gives the scheduler's file write-ahead logging before the scheduler opens it; Quartz leaves the mode as it finds it.</summary>
    public static void PrepareScheduleStore(IngestOptions options)
    {
        using var connection = new SqliteConnection($"Data Source={Path.Combine(options.DataDirectory, "schedule.db")}");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA journal_mode = WAL";
        command.ExecuteNonQuery();
    }
}
