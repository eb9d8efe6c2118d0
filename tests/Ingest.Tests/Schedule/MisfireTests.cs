using System.Collections.Concurrent;
using Indices.Methodology;
using Indices.Provenance;
using Ingest.Schedule;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Quartz;
using TestSupport;
using Xunit;

namespace Ingest.Tests.Schedule;

/// <summary>The scheduler is away for ten minutes; what it does afterwards is what the table of jobs says.</summary>
public sealed class MisfireTests : IDisposable
{
    private static readonly DateTimeOffset Before = new(2026, 11, 24, 3, 55, 0, TimeSpan.Zero);

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("dashboard-quartz-");
    private readonly TemporaryStore _store = new();
    private readonly FakeTimeProvider _clock = new(Before);

    [Fact(Timeout = 60_000)]
    public async Task Outage_OfTenMinutes_RunsOnceWhatMakesUpAndSkipsWhatDoesNot()
    {
        var cancellation = TestContext.Current.CancellationToken;
        ScheduledJob publish = Job("publish", "5/10 * * * * ?", WhenMissed.RunOnce), hourly = Job("hourly", "0 0 * * * ?", WhenMissed.RunOnce),
            often = Job("often", "0/5 * * * * ?", WhenMissed.RunOnce), calculation = Job("calculation", "0 0 * * * ?", WhenMissed.Skip);
        ScheduledJob[] all = [publish, hourly, often, calculation];
        await using (var first = await Open())
            foreach (var job in all)
                await JobRegistrar.Register(first.Scheduler, job, null, cancellation);

        _clock.Advance(TimeSpan.FromMinutes(10));
        var fired = new ConcurrentBag<(string Job, DateTimeOffset Slot)>();
        var everyJob = new CountdownEvent(3);
        await using (var second = await Open(context =>
        {
            fired.Add((context.JobDetail.Key.Name, context.ScheduledFireTimeUtc!.Value));
            if (everyJob.CurrentCount > 0)
                everyJob.Signal();
        }))
        {
            foreach (var job in all)
                await JobRegistrar.Register(second.Scheduler, job, null, cancellation);
            await second.Scheduler.Start(cancellation);
            await Task.Run(() => everyJob.Wait(cancellation), cancellation);
        }

        // The clock stands still, so each that makes up fires exactly once.
        Assert.Equal(["hourly", "often", "publish"], fired.Select(f => f.Job).Order());
        var missed = (await _store.Get<IScheduleReader>().Misfires(100, cancellation)).ToDictionary(m => m.Job);
        Assert.Equal(["calculation", "hourly", "often", "publish"], missed.Keys.Order());
        Assert.Equal(new DateTimeOffset(2026, 11, 24, 4, 0, 0, TimeSpan.Zero), missed["calculation"].MissedAt);
        Assert.Equal(_clock.GetUtcNow(), missed["publish"].NoticedAt);
    }

    public void Dispose()
    {
        _store.Dispose();
        _folder.Delete(recursive: true);
    }

    private static ScheduledJob Job(string name, string cron, WhenMissed missed) =>
        new(new JobKey(name), typeof(SeenJob), new LocalText(name, name), cron, missed);

    private Task<SchedulerRig> Open(Action<IJobExecutionContext>? seen = null) => SchedulerRig.Open(
        Path.Combine(_folder.FullName, "schedule.db"),
        services => services
            .AddSingleton(seen ?? (_ => { }))
            .AddSingleton(new ScheduleGate(_store.Get<IScheduleReader>(), _store.Get<IScheduleWriter>(), _clock)),
        _clock,
        quartz => quartz.AddTriggerListener(provider => provider.GetRequiredService<ScheduleGate>(), []));
}

/// <summary>Tells that it ran.</summary>
internal sealed class SeenJob(Action<IJobExecutionContext> seen) : IJob
{
    public ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken)
    {
        seen(context);
        return ValueTask.CompletedTask;
    }
}
