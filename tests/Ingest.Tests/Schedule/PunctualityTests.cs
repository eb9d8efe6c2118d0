using System.Collections.Concurrent;
using System.Globalization;
using Indices.Observations;
using Indices.Provenance;
using Indices.Time;
using Ingest.Schedule;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Quartz;
using TestSupport;
using Xunit;

namespace Ingest.Tests.Schedule;

/// <summary>
/// A trigger that fires every second, beside eight writers of the statistics. PUNCTUAL_SECONDS sets how long (10 here;
/// tests/punctuality.sh runs ten minutes and asks for punctuality).
/// </summary>
public sealed class PunctualityTests : IDisposable
{
    private const int Writers = 8;

    private static readonly int Seconds = int.Parse(Environment.GetEnvironmentVariable("PUNCTUAL_SECONDS") ?? "10", CultureInfo.InvariantCulture);
    private static readonly bool IsLong = Seconds > 60;

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("dashboard-punctual-");
    private readonly TemporaryStore _store = new();
    private readonly Seen _seen = new();

    [Fact]
    public async Task Fires_BesideEightWriters_AllComeAndNobodyMeetsALock()
    {
        ScheduleRegistration.PrepareStore(new IngestOptions(_folder.FullName, _folder.FullName, SeedProfile.None));
        using var end = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        await using (var rig = await SchedulerRig.Open(Path.Combine(_folder.FullName, "schedule.db"), services => services.AddSingleton(_seen).AddSingleton<ILoggerProvider>(_seen)))
        {
            await JobRegistrar.Register(
                rig.Scheduler, new ScheduledJob(new JobKey("each-second"), typeof(NotingJob), new("每秒", "each second"), "* * * * * ?"), null, end.Token);
            await rig.Scheduler.Start(end.Token);
            var writers = Enumerable.Range(0, Writers).Select(number => Task.Run(() => Write(number, end.Token), end.Token)).ToList();
            await Task.Delay(TimeSpan.FromSeconds(Seconds), end.Token);
            await end.CancelAsync();
            await Task.WhenAll(writers);
        }

        var slots = _seen.Fires.Keys.Order().ToList();
        Assert.InRange(slots.Count, Seconds - 2, Seconds + 2);
        Assert.Equal(slots.Select((_, n) => slots[0].AddSeconds(n)), slots);
        Assert.Empty(_seen.Errors);
        var lateness = _seen.Fires.Values.Order().ToList();
        var p99 = lateness[(int)Math.Ceiling(0.99 * lateness.Count) - 1];
        TestContext.Current.TestOutputHelper?.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{slots.Count} fires, lateness p50 {lateness[lateness.Count / 2].TotalSeconds:0.000} s, p99 {p99.TotalSeconds:0.000} s, most {lateness[^1].TotalSeconds:0.000} s; {_seen.Written} documents of 100 values written, 0 errors"));
        Assert.True(!IsLong || p99 <= TimeSpan.FromSeconds(1), $"p99 {p99}");
    }

    [Fact]
    public async Task Store_AskedToBeACluster_IsRefusedWithTheReason()
    {
        var connection = new SqliteConnectionStringBuilder { DataSource = Path.Combine(_folder.FullName, "schedule.db"), Pooling = false }.ConnectionString;

        var refusal = await Assert.ThrowsAnyAsync<Exception>(async () =>
        {
            await using var rig = await SchedulerRig.Open(Path.Combine(_folder.FullName, "schedule.db"), _ => { }, more: quartz => quartz.UsePersistentStore(store =>
            {
                store.UseSqlite(SqliteFactory.Instance, connection);
                store.UseSystemTextJsonSerializer();
                store.ProvisionSchema();
                store.UseClustering(_ => { });
            }));
            await rig.Scheduler.Start(TestContext.Current.CancellationToken);
        });

        Assert.Matches("(?is)sqlite.*cluster|cluster.*sqlite", refusal.ToString());
    }

    public void Dispose()
    {
        _store.Dispose();
        _folder.Delete(recursive: true);
    }

    private async Task Write(int writer, CancellationToken end)
    {
        var values = _store.Get<IObservationWriter>();
        for (var number = 0; !end.IsCancellationRequested; number++)
        {
            var at = new Vintage(DateTimeOffset.UtcNow);
            var hash = string.Create(CultureInfo.InvariantCulture, $"{writer:x8}{number:x56}");
            var series = new SeriesId($"W-{writer}", Measures.Value, SampleDefinitions.Area, "", Origin.Official);
            await values.Append(new ParsedDocument(
                new RawDocument(hash, $"{hash}.csv", $"upload:{hash}.csv", "text/csv", 1, at, "clerk"),
                [.. Enumerable.Range(0, 100).Select(i => new NewObservation(series, Period.OfMonth(2015, 1).Plus(i), number.ToString(CultureInfo.InvariantCulture), ObservationStatus.A, at, i + 2))], [], []), CancellationToken.None);
            _seen.Count();
        }
    }

    /// <summary>Counts fires, and every word of trouble in the log.</summary>
    internal sealed class Seen : ILoggerProvider, ILogger
    {
        private int _written;

        internal ConcurrentDictionary<DateTimeOffset, TimeSpan> Fires { get; } = new();

        internal ConcurrentQueue<string> Errors { get; } = new();

        internal int Written => _written;

        internal void Count() => Interlocked.Increment(ref _written);

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            var text = $"{formatter(state, exception)} {exception}";
            if (logLevel >= LogLevel.Error || text.Contains("database is locked", StringComparison.Ordinal))
                Errors.Enqueue(text);
        }

        public void Dispose()
        {
        }
    }

    internal sealed class NotingJob(Seen seen) : IJob
    {
        public ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken)
        {
            seen.Fires[context.ScheduledFireTimeUtc!.Value] = DateTimeOffset.UtcNow - context.ScheduledFireTimeUtc.Value;
            return ValueTask.CompletedTask;
        }
    }
}
