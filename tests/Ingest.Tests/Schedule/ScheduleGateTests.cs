using Indices.Provenance;
using Ingest.Jobs;
using Ingest.Schedule;
using Microsoft.Extensions.DependencyInjection;
using Quartz;
using TestSupport;
using Xunit;

namespace Ingest.Tests.Schedule;

/// <summary>A pause holds back what the schedule starts, and nothing that a person does.</summary>
public sealed class ScheduleGateTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("dashboard-quartz-");
    private readonly TemporaryStore _store = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("held", false)]
    [InlineData("*", false)]
    [InlineData("other", true)]
    public async Task Pause_OfAJobOrOfAll_HoldsItsScheduledRunsAndLetsAPersonRunIt(string paused, bool runs)
    {
        await _store.Get<IScheduleWriter>().Add(new ScheduleEvent(0, paused, ScheduleEventKind.Paused, null, "盘点", "wang", DateTimeOffset.UnixEpoch), Cancellation);
        var seen = new List<string>();
        var byHand = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var gate = new ScheduleGate(_store.Get<IScheduleReader>(), _store.Get<IScheduleWriter>(), TimeProvider.System);
        await using var rig = await SchedulerRig.Open(
            Path.Combine(_folder.FullName, "schedule.db"),
            services => services.AddSingleton(gate).AddSingleton<Action<IJobExecutionContext>>(context =>
            {
                seen.Add(JobStart.TriggerOf(context));
                if (seen[^1] == JobStart.Manual)
                    byHand.SetResult();
            }),
            more: quartz => quartz.AddTriggerListener(provider => provider.GetRequiredService<ScheduleGate>(), []));
        var key = new JobKey("held");
        await rig.Scheduler.AddJob(
            JobBuilder.Create().OfType<SeenAloneJob>().WithIdentity(key).StoreDurably().Build(), new AddJobOptions { Replace = true }, Cancellation);
        await rig.Scheduler.TriggerJob(key, JobStart.By(JobStart.Schedule), Cancellation);
        await rig.Scheduler.TriggerJob(key, JobStart.ByHand("wang"), Cancellation);

        await rig.Scheduler.Start(Cancellation);
        await byHand.Task.WaitAsync(Cancellation);
        await rig.Scheduler.Shutdown(waitForJobsToComplete: true, Cancellation);

        Assert.Equal(runs, seen.Contains(JobStart.Schedule));
    }

    public void Dispose()
    {
        _store.Dispose();
        _folder.Delete(recursive: true);
    }

    [DisallowConcurrentExecution]
    internal sealed class SeenAloneJob(Action<IJobExecutionContext> seen) : IJob
    {
        public ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken)
        {
            seen(context);
            return ValueTask.CompletedTask;
        }
    }
}
