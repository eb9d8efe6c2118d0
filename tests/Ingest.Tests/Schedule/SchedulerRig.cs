using Ingest.Schedule;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Quartz;

namespace Ingest.Tests.Schedule;

/// <summary>A real scheduler on a file of its own, built with the program's own store.</summary>
internal sealed class SchedulerRig : IAsyncDisposable
{
    private readonly ServiceProvider _services;

    private SchedulerRig(ServiceProvider services, IScheduler scheduler) => (_services, Scheduler) = (services, scheduler);

    internal IScheduler Scheduler { get; }

    internal ISchedulerFactory Schedulers => _services.GetRequiredService<ISchedulerFactory>();

    /// <param name="clock">Null for the real one.</param>
    internal static async Task<SchedulerRig> Open(
        string file, Action<IServiceCollection> services, TimeProvider? clock = null, Action<IQuartzBuilder>? more = null)
    {
        var collection = new ServiceCollection().AddLogging();
        services(collection);
        collection.AddQuartz(quartz =>
        {
            quartz.ConfigureScheduler(scheduler => scheduler.InstanceName = "rig");
            if (clock is not null)
                quartz.UseTimeProvider(clock);
            ScheduleRegistration.UseStore(quartz, new SqliteConnectionStringBuilder { DataSource = file, Pooling = false }.ConnectionString);
            more?.Invoke(quartz);
        });
        var provider = collection.BuildServiceProvider();
        return new(provider, await provider.GetRequiredService<ISchedulerFactory>().GetScheduler());
    }

    public async ValueTask DisposeAsync()
    {
        if (Scheduler.Status is not (SchedulerStatus.Shutdown or SchedulerStatus.ShuttingDown))
            await Scheduler.Shutdown(waitForJobsToComplete: true);
        await _services.DisposeAsync();
    }
}
