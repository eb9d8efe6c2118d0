using Indices.Methodology;
using Indices.Provenance;
using Indices.Sources;
using Ingest.Jobs;
using Ingest.Schedule;
using Microsoft.Extensions.Time.Testing;
using Quartz;
using TestSupport;
using Xunit;

namespace Ingest.Tests.Schedule;

/// <summary>A source changed by a person, with a real scheduler and a real store behind it.</summary>
public sealed class SourceControlTests : IAsyncLifetime
{
    private const string Code = "rates";
    private const string Good =
        """
        schema: sources/1
        sources:
        - code: rates
          name_zh: 利率接口
          kind: csv
          address: https://data.example/rates.csv
          cron: 0 0 9 * * ?
          series:
          - {indicator: LPR1Y}
        """;

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("dashboard-quartz-");
    private readonly TemporaryStore _store = new();
    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2026, 11, 24, 4, 0, 0, TimeSpan.Zero));
    private SchedulerRig _rig = null!;
    private SourceControl _control = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private static TriggerKey Trigger => new(Source.JobPrefix + Code, JobStart.Schedule);

    public async ValueTask InitializeAsync()
    {
        await _store.Get<IDefinitionWriter>().Accept(SeedDefinitions.Files, _clock.GetUtcNow(), Cancellation);
        _rig = await SchedulerRig.Open(Path.Combine(_folder.FullName, "schedule.db"), _ => { }, _clock);
        _control = new SourceControl(
            _store.Get<ISourceEditWriter>(), _store.Get<IDefinitionReader>(), _store.Get<IScheduleReader>(), _store.Get<IScheduleWriter>(),
            new JobRegistrar(_store.Get<IScheduleReader>()), _rig.Schedulers, _clock);
    }

    [Fact]
    public async Task Change_OfTheCron_MovesTheTriggerAtOnce()
    {
        await Change(Good);
        Assert.Equal("0 0 9 * * ?", await Cron());

        await Change(Good.Replace("0 0 9", "0 30 16", StringComparison.Ordinal));

        Assert.Equal("0 30 16 * * ?", await Cron());
    }

    [Fact]
    public async Task Change_ToOnDemand_TakesTheTriggerAwayAndKeepsTheJob()
    {
        await Change(Good);

        await Change(Good.Replace("  cron: 0 0 9 * * ?\n", "", StringComparison.Ordinal));

        Assert.Null(await Cron());
        Assert.NotNull(await _rig.Scheduler.GetJobDetail(new JobKey(Source.JobPrefix + Code), Cancellation));
    }

    [Fact]
    public async Task Change_ToSwitchedOffOrBackToNothing_TakesTheJobAway()
    {
        await Change(Good);
        await Change(Good.Replace("  cron", "  enabled: false\n  cron", StringComparison.Ordinal));
        Assert.Null(await _rig.Scheduler.GetJobDetail(new JobKey(Source.JobPrefix + Code), Cancellation));

        await Change(Good);
        await Change(null);
        Assert.Null(await _rig.Scheduler.GetJobDetail(new JobKey(Source.JobPrefix + Code), Cancellation));
    }

    [Fact]
    public async Task Change_OfTheCron_PutsAsideTheOneOfTheJobsPage()
    {
        await Change(Good);
        await _store.Get<IScheduleWriter>().Add(
            new ScheduleEvent(0, Source.JobPrefix + Code, ScheduleEventKind.Changed, "0 0 3 * * ?", "早些", "wang", _clock.GetUtcNow()), Cancellation);

        await Change(Good.Replace("name_zh: 利率接口", "name_zh: 利率", StringComparison.Ordinal));
        Assert.Equal("0 0 3 * * ?", await Cron());
        await Change(Good.Replace("0 0 9", "0 30 16", StringComparison.Ordinal));

        Assert.Equal("0 30 16 * * ?", await Cron());
        Assert.Equal(ScheduleEventKind.Reset, (await _store.Get<IScheduleReader>().Events(Cancellation))[0].Kind);
    }

    [Theory]
    [InlineData("0 0 9 * * ?", "0 0 25 * * ?", "不是 cron")]
    [InlineData("0 0 9 * * ?", "0/1 * * * * ?", "过于频繁")]
    [InlineData("https://data.example/rates.csv", "ftp://data.example", "不是 https 或 http 地址")]
    public async Task Change_ThatIsRefused_SaysWhyAndChangesNothing(string good, string bad, string words)
    {
        await Change(Good);

        var refusal = await Assert.ThrowsAsync<InvalidOperationException>(() => Change(Good.Replace(good, bad, StringComparison.Ordinal)));

        Assert.Contains(words, refusal.Message, StringComparison.Ordinal);
        Assert.Equal("0 0 9 * * ?", await Cron());
        Assert.Single(await _store.Get<ISourceEditReader>().Edits(Code, Cancellation));
    }

    [Fact]
    public async Task Change_WithoutAReason_IsRefused() =>
        await Assert.ThrowsAsync<InvalidOperationException>(() => _control.Change(Code, Good, " ", "wang", Cancellation));

    public async ValueTask DisposeAsync()
    {
        await _rig.DisposeAsync();
        _store.Dispose();
        _folder.Delete(recursive: true);
    }

    private Task Change(string? text) => _control.Change(Code, text, "改一改", "wang", Cancellation);

    private async Task<string?> Cron() => (await _rig.Scheduler.GetTrigger(Trigger, Cancellation) as ICronTrigger)?.CronExpressionString;
}
