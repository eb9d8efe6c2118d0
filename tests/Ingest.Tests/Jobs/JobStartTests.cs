using Ingest.Jobs;
using Ingest.Tests.Schedule;
using Quartz;
using Xunit;

namespace Ingest.Tests.Jobs;

/// <summary>A job that starts the next one, in a real scheduler.</summary>
public sealed class JobStartTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("dashboard-quartz-");

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task GoOn_WhenTheProgramGoesDownMeanwhile_IsNoFailure()
    {
        await using var rig = await Open();
        var wasAsked = false;

        await JobStart.GoOn(rig.Scheduler, async () =>
        {
            await rig.Scheduler.Shutdown(waitForJobsToComplete: false, Cancellation);
            wasAsked = true;
            await rig.Scheduler.TriggerJob(LoadFilesJob.Key, new JobDataMap(), Cancellation);
        });
        await JobStart.GoOn(rig.Scheduler, () => throw new InvalidOperationException("asked after the end"));

        Assert.True(wasAsked);
    }

    [Fact]
    public async Task GoOn_WhenTheNextJobIsNotThere_Fails()
    {
        await using var rig = await Open();

        await Assert.ThrowsAnyAsync<SchedulerException>(() => JobStart.GoOn(
            rig.Scheduler, async () => await rig.Scheduler.TriggerJob(LoadFilesJob.Key, new JobDataMap(), Cancellation)));
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private Task<SchedulerRig> Open() => SchedulerRig.Open(Path.Combine(_folder.FullName, "schedule.db"), _ => { });
}
