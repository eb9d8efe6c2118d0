using Indices.Provenance;
using Ingest.Jobs;
using Ingest.Schedule;
using Microsoft.Extensions.DependencyInjection;
using Quartz;
using TestSupport;
using Xunit;

namespace Ingest.Tests.Schedule;

public sealed class JobRegistrarTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("dashboard-quartz-");
    private readonly TemporaryStore _store = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Register_AChangedSchedule_ComesFromTheStoreAndGoesBackToTheDefault()
    {
        await using var rig = await SchedulerRig.Open(Path.Combine(_folder.FullName, "schedule.db"), _ => { });
        var registrar = new JobRegistrar(_store.Get<IScheduleReader>());
        await registrar.Register(rig.Scheduler, SeedDefinitions.All, Cancellation);
        var own = await Cron(rig);

        await Add(ScheduleEventKind.Changed, "0 0 3 * * ?");
        await registrar.Register(rig.Scheduler, SeedDefinitions.All, Cancellation);
        Assert.Equal("0 0 3 * * ?", await Cron(rig));

        await Add(ScheduleEventKind.Reset, null);
        await registrar.Register(rig.Scheduler, SeedDefinitions.All, Cancellation);
        Assert.Equal(own, await Cron(rig));
    }

    [Fact]
    public async Task Register_Again_LeavesATriggerThatSaysTheSame()
    {
        await using var rig = await SchedulerRig.Open(Path.Combine(_folder.FullName, "schedule.db"), _ => { });
        var registrar = new JobRegistrar(_store.Get<IScheduleReader>());
        await registrar.Register(rig.Scheduler, null, Cancellation);
        var before = (await Trigger(rig)).StartTimeUtc;

        await registrar.Register(rig.Scheduler, null, Cancellation);

        Assert.Equal(before, (await Trigger(rig)).StartTimeUtc);
    }

    [Fact]
    public async Task Register_Calculations_AskForRecoveryAndOrdersOfPeopleDoNot()
    {
        await using var rig = await SchedulerRig.Open(Path.Combine(_folder.FullName, "schedule.db"), _ => { });
        await new JobRegistrar(_store.Get<IScheduleReader>()).Register(rig.Scheduler, SeedDefinitions.All, Cancellation);

        foreach (var code in SeedDefinitions.All.IndexCodes)
            Assert.True(await Recovers(rig, CalculateJob.KeyOf(code)));
        Assert.False(await Recovers(rig, RecalculateJob.Key));
    }

    public void Dispose()
    {
        _store.Dispose();
        _folder.Delete(recursive: true);
    }

    private static async Task<bool> Recovers(SchedulerRig rig, JobKey key) => (await rig.Scheduler.GetJobDetail(key, Cancellation))!.RequestsRecovery;

    private static async Task<ICronTrigger> Trigger(SchedulerRig rig) =>
        (ICronTrigger)(await rig.Scheduler.GetTrigger(new TriggerKey(PublishJob.Key.Name, JobStart.Schedule), Cancellation))!;

    private static async Task<string?> Cron(SchedulerRig rig) => (await Trigger(rig)).CronExpressionString;

    private Task Add(ScheduleEventKind kind, string? cron) =>
        _store.Get<IScheduleWriter>().Add(new ScheduleEvent(0, PublishJob.Key.Name, kind, cron, "早一点", "wang", DateTimeOffset.UnixEpoch), Cancellation);
}
