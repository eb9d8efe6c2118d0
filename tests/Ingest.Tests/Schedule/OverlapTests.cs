using Microsoft.Extensions.DependencyInjection;
using Quartz;
using Xunit;

namespace Ingest.Tests.Schedule;

public sealed class OverlapTests : IDisposable
{
    private const int Triggers = 100;

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("dashboard-quartz-");

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Job_TriggeredAHundredTimesAtOnce_RunsThemAllOneByOne()
    {
        var seen = new Overlap();
        await using var rig = await SchedulerRig.Open(Path.Combine(_folder.FullName, "schedule.db"), services => services.AddSingleton(seen));
        var key = new JobKey("alone");
        await rig.Scheduler.AddJob(
            JobBuilder.Create().OfType<AloneJob>().WithIdentity(key).StoreDurably().Build(), new AddJobOptions { Replace = true }, Cancellation);
        for (var i = 0; i < Triggers; i++)
            await rig.Scheduler.TriggerJob(key, new JobDataMap(), Cancellation);

        await rig.Scheduler.Start(Cancellation);
        await seen.All.Task.WaitAsync(Cancellation);

        Assert.Equal((Triggers, 1), (seen.Runs, seen.Most));
    }

    public void Dispose() => _folder.Delete(recursive: true);

    internal sealed class Overlap
    {
        private int _now;

        internal int Runs { get; private set; }

        internal int Most { get; private set; }

        internal TaskCompletionSource All { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        internal async Task Run()
        {
            var now = Interlocked.Increment(ref _now);
            await Task.Yield();
            lock (All)
                (Runs, Most) = (Runs + 1, Math.Max(Most, now));
            Interlocked.Decrement(ref _now);
            if (Runs == Triggers)
                All.TrySetResult();
        }
    }

    [DisallowConcurrentExecution]
    internal sealed class AloneJob(Overlap seen) : IJob
    {
        public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken) => await seen.Run();
    }
}
