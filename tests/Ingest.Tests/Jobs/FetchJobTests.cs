using System.Threading.Channels;
using Indices.Provenance;
using Indices.Sources;
using Ingest.Jobs;
using Ingest.Tests.Schedule;
using Ingest.Tests.Sources.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Quartz;
using TestSupport;
using Xunit;

namespace Ingest.Tests.Jobs;

/// <summary>The job that fetches, from a real server, in a real scheduler; what it starts next only says that it was started.</summary>
public sealed class FetchJobTests : IAsyncLifetime
{
    private const string Good = "indicator,area,period,value\nI-QUERY,990100,2023-Q4,12.5\n";
    private static readonly JobKey Key = new(Source.JobPrefix + "service");

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("dashboard-quartz-");
    private readonly Channel<object> _ended = Channel.CreateUnbounded<object>();
    private ScriptedServer _server = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _server = await ScriptedServer.Start();

    public async ValueTask DisposeAsync()
    {
        await _server.DisposeAsync();
        _folder.Delete(recursive: true);
    }

    [Fact]
    public async Task Fetch_OfNewValues_SaysSoAndStartsTheCalculations()
    {
        using var fetching = Fetching("/new", http => http.Response.WriteAsync(Good));
        await using var rig = await Open(fetching);

        await rig.Scheduler.TriggerJob(Key, new JobDataMap(), Cancellation);

        var report = Assert.IsType<JobReport>(await Next());
        Assert.Equal(JobOutcome.Succeeded, report.Outcome);
        Assert.Contains("1 新增 added", report.Counts, StringComparison.Ordinal);
        Assert.Equal(CalculateJob.KeyOf(SampleDefinitions.CompositeCode), await Next());
    }

    [Fact]
    public async Task Fetch_OfTheSameAgain_StartsNothing()
    {
        using var fetching = Fetching("/same", http => http.Response.WriteAsync(Good));
        await using var rig = await Open(fetching);
        await rig.Scheduler.TriggerJob(Key, new JobDataMap(), Cancellation);
        _ = (await Next(), await Next());

        await rig.Scheduler.TriggerJob(Key, new JobDataMap(), Cancellation);

        Assert.Equal(JobOutcome.Unchanged, Assert.IsType<JobReport>(await Next()).Outcome);
        await rig.Scheduler.Shutdown(waitForJobsToComplete: true, Cancellation);
        Assert.False(_ended.Reader.TryRead(out _));
    }

    [Fact]
    public async Task Fetch_ThatFails_FailsTheJobWithTheReasonAndStartsNothing()
    {
        using var fetching = Fetching("/gone", http =>
        {
            http.Response.StatusCode = 404;
            return Task.CompletedTask;
        });
        await using var rig = await Open(fetching);

        await rig.Scheduler.TriggerJob(Key, new JobDataMap(), Cancellation);

        Assert.Contains("404", Assert.IsType<JobExecutionException>(await Next()).GetBaseException().Message, StringComparison.Ordinal);
        await rig.Scheduler.Shutdown(waitForJobsToComplete: true, Cancellation);
        Assert.False(_ended.Reader.TryRead(out _));
    }

    private FetchRig Fetching(string path, Func<HttpContext, Task> answer)
    {
        var address = _server.On(path, (http, _) =>
        {
            http.Response.ContentType = "text/csv";
            return answer(http);
        });
        var rig = new FetchRig(FetchRig.Limits(address));
        rig.Define(FetchRig.Source(address));
        return rig;
    }

    private async Task<SchedulerRig> Open(FetchRig fetching)
    {
        var rig = await SchedulerRig.Open(Path.Combine(_folder.FullName, "schedule.db"), services =>
        {
            fetching.Lend(services);
            services.AddSingleton<CalculationChain>().AddSingleton(_ended.Writer);
        }, more: quartz => quartz.AddJobListener(_ => new Ended(_ended.Writer), []));
        await Add<FetchJob>(rig, Key);
        await Add<StartedJob>(rig, CalculateJob.KeyOf(SampleDefinitions.CompositeCode));
        await Add<StartedJob>(rig, CalculateJob.KeyOf(SampleDefinitions.PriceCode));
        await rig.Scheduler.Start(Cancellation);
        return rig;
    }

    private static async Task Add<T>(SchedulerRig rig, JobKey key) where T : IJob => await rig.Scheduler.AddJob(
        JobBuilder.Create().OfType<T>().WithIdentity(key).StoreDurably().Build(), new AddJobOptions { Replace = true }, Cancellation);

    private Task<object> Next() => _ended.Reader.ReadAsync(Cancellation).AsTask();

    /// <summary>Tells how each run of the fetching job ended: its report, or its failure.</summary>
    private sealed class Ended(ChannelWriter<object> ended) : IJobListener
    {
        public string Name => "ended";

        public ValueTask JobToBeExecuted(IJobExecutionContext context, CancellationToken cancellationToken = default) => default;

        public ValueTask JobExecutionVetoed(IJobExecutionContext context, CancellationToken cancellationToken = default) => default;

        public ValueTask JobWasExecuted(IJobExecutionContext context, JobExecutionException? jobException, CancellationToken cancellationToken = default) =>
            context.JobDetail.Key.Equals(Key) ? ended.WriteAsync((object?)jobException ?? context.Result!, cancellationToken) : default;
    }

    /// <summary>Tells that it was started.</summary>
    internal sealed class StartedJob(ChannelWriter<object> ended) : IJob
    {
        public ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken) => ended.WriteAsync(context.JobDetail.Key, cancellationToken);
    }
}
