using Indices.Provenance;
using Ingest.Jobs;
using Microsoft.Extensions.Hosting;
using Quartz;

namespace Ingest.Schedule;

/// <summary>Closes the runs that a killed process left open and starts the first job of the chain; each job starts the next.</summary>
internal sealed class StartupSequence(IJobRunWriter runs, JobRegistrar registrar, ISchedulerFactory schedulers, TimeProvider time) : IHostedService
{
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        await runs.InterruptOpenRuns(time.GetUtcNow(), cancellationToken);
        var scheduler = await schedulers.GetScheduler(cancellationToken);
        await registrar.Register(scheduler, null, cancellationToken);
        await scheduler.TriggerJob(LoadDefinitionsJob.Key, JobStart.By(JobStart.Startup), cancellationToken);
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
