using System.Diagnostics;
using System.Globalization;
using Indices.Methodology;
using Indices.Provenance;
using Indices.Storage;
using Ingest.Jobs;
using Ingest.Recalculation;
using Ingest.Schedule;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Quartz;
using TestSupport;
using Xunit;

namespace Ingest.Tests.Schedule;

/// <summary>
/// The real calculation job is fired twice a second, and at one fire in ten its process is killed at a random moment and
/// started again. FIRES sets how often (20 here; tests/kill-job.sh runs 1,000).
/// </summary>
public sealed class FireEffectTests : IDisposable
{
    private const string Folder = "FIRES_FOLDER";
    private const int OneIn = 10;

    private static readonly int Fires = int.Parse(Environment.GetEnvironmentVariable("FIRES") ?? "20", CultureInfo.InvariantCulture);
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(500);

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("dashboard-fires-");

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Fires_OneInTenKilled_HaveOneEffectEach()
    {
        await using (var services = new ServiceCollection().AddIndicesStorage(new StorageOptions(Statistics(_folder.FullName))).BuildServiceProvider())
            services.GetRequiredService<IStorageMigrator>().Migrate();
        ScheduleRegistration.PrepareStore(Options(_folder.FullName));
        var kills = 0;
        for (var (last, since) = (0, Stopwatch.StartNew()); Done() < Fires; kills++)
        {
            using var process = StartProcess();
            try
            {
                for (var done = Done(); !process.HasExited && done < Fires; done = Done())
                {
                    if (done > last)
                        (last, since) = (done, Stopwatch.StartNew());
                    Assert.True(since.Elapsed < Patience, $"{done} of {Fires} fires had their effect and no more have");
                    await Task.Delay(100, Cancellation);
                }
            }
            finally
            {
                process.Kill(entireProcessTree: true);
                await process.WaitForExitAsync(Cancellation);
            }
        }

        var slots = Read("SELECT substr(fire, instr(fire, ' ') + 1) FROM recalculation ORDER BY 1")
            .ConvertAll(slot => DateTimeOffset.Parse(slot, CultureInfo.InvariantCulture));
        Assert.Equal(Enumerable.Range(0, Fires).Select(n => slots[0] + n * Interval), slots);
        Assert.True(kills >= Fires / OneIn, $"{kills} kills");
        TestContext.Current.TestOutputHelper?.WriteLine($"{slots.Count} fires, {kills} kills with the one that ended the test");
    }

    /// <summary>Run by the test above in a process of its own, which kills itself; without it there is nothing to do.</summary>
    [Fact]
    public async Task Fires_OfAProcessToBeKilled_GoOnUntilTheEnd()
    {
        if (Environment.GetEnvironmentVariable(Folder) is not { } folder)
            return;
        await using var rig = await SchedulerRig.Open(
            Path.Combine(folder, "schedule.db"), services => Furnish(services, folder), more: quartz =>
            {
                quartz.AddJobListener(provider => provider.GetRequiredService<JobRunListener>(), []);
                quartz.AddTriggerListener(provider => provider.GetRequiredService<ScheduleGate>(), []);
            });
        var key = CalculateJob.KeyOf(SampleDefinitions.CompositeCode);
        if (await rig.Scheduler.GetJobDetail(key, Cancellation) is null)
            await rig.Scheduler.ScheduleJob(
                JobBuilder.Create().OfType<DeadlyJob>().WithIdentity(key).StoreDurably().RequestRecovery(true).Build(),
                TriggerBuilder.Create().WithIdentity("often").StartAt(DateTimeOffset.UtcNow.AddSeconds(1)).WithSimpleSchedule(Interval, Fires - 1).Build(), cancellationToken: Cancellation);
        await rig.Scheduler.Start(Cancellation);
        await Task.Delay(Timeout.Infinite, Cancellation);
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private static void Furnish(IServiceCollection services, string folder) => services
        .AddSingleton(TimeProvider.System)
        .AddIndicesStorage(new StorageOptions(Statistics(folder)))
        .AddSingleton<IDefinitionReader>(new InForce(SampleDefinitions.All()))
        .AddSingleton<ReleaseCalculation>().AddSingleton<RecalculationOrders>().AddSingleton<IndexRecalculation>().AddSingleton<CalculationChain>()
        .AddSingleton<ScheduleGate>().AddSingleton<JobRunListener>().AddTransient<CalculateJob>();

    private static string Statistics(string folder) => Path.Combine(folder, "statistics.db");

    private static IngestOptions Options(string folder) => new(folder, folder, SeedProfile.None);

    private Process StartProcess()
    {
        var start = new ProcessStartInfo(
            Path.ChangeExtension(typeof(FireEffectTests).Assembly.Location, null), ["-method", $"{typeof(FireEffectTests).FullName}.{nameof(Fires_OfAProcessToBeKilled_GoOnUntilTheEnd)}"])
        { RedirectStandardOutput = true };
        start.Environment[Folder] = _folder.FullName;
        return Process.Start(start)!;
    }

    /// <summary>Orders of which every period has its result.</summary>
    private int Done() => int.Parse(Assert.Single(Read("""
        SELECT count(*) FROM recalculation WHERE id NOT IN (
            SELECT p.recalculation FROM recalculation_period p LEFT JOIN recalculation_result s USING (recalculation, period) WHERE s.outcome IS NOT 'NoValue')
        """)), CultureInfo.InvariantCulture);

    private List<string> Read(string sql)
    {
        using var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = Statistics(_folder.FullName), Pooling = false }.ConnectionString);
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        using var reader = command.ExecuteReader();
        var rows = new List<string>();
        while (reader.Read())
            rows.Add(reader.GetString(0));
        return rows;
    }

    /// <summary>The calculation job, whose process dies around every tenth fire's work unless it is a second try.</summary>
    [DisallowConcurrentExecution]
    internal sealed class DeadlyJob(CalculateJob job) : IJob
    {
        private const int LatestMilliseconds = 20;

        public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken)
        {
            var slot = context.ScheduledFireTimeUtc!.Value.ToUnixTimeMilliseconds() / (long)Interval.TotalMilliseconds;
            if (!context.Recovering && slot % OneIn == 0)
                DieSoon(new Random((int)(slot % int.MaxValue)).Next(LatestMilliseconds));
            await job.Execute(context, cancellationToken);
        }

        private static void DieSoon(int milliseconds) => new Thread(() =>
        {
            Thread.Sleep(milliseconds);
            Process.GetCurrentProcess().Kill();
        }).Start();
    }

    private sealed class InForce(Definitions definitions) : IDefinitionReader
    {
        public Task<Definitions?> Current(CancellationToken cancellation = default) => Task.FromResult<Definitions?>(definitions);

        public Task<DefinitionFile?> MethodologyFile(string code, string version, CancellationToken cancellation = default) =>
            Task.FromResult<DefinitionFile?>(null);
    }
}
