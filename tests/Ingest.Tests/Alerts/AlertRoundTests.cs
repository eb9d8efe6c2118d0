using Indices.Alerts;
using Indices.Methodology;
using Indices.Observations;
using Indices.Provenance;
using Indices.Releases;
using Indices.Sources;
using Ingest.Alerts;
using Microsoft.Extensions.Time.Testing;
using TestSupport;
using Xunit;

namespace Ingest.Tests.Alerts;

/// <summary>From what goes wrong to what a channel is told, on a real database.</summary>
public sealed class AlertRoundTests : IDisposable
{
    private readonly TemporaryStore _store = new();
    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2024, 8, 9, 15, 0, 0, TimeSpan.Zero));
    private readonly Told _channel = new("first");
    private readonly Told _second = new("second");

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => _store.Dispose();

    [Fact]
    public async Task Run_SourceDownForADay_IsOneAlarmAndEndsWhenItIsBack()
    {
        await StoreEverythingUntil("2024-Q2");
        for (var hour = 0; hour < 24; hour++)
        {
            await Fetched(FetchOutcome.Failed);
            await Run();
        }
        Assert.Equal(["source-failing:service"], _channel.Keys);

        await Fetched(FetchOutcome.Stored);
        await Run();
        Assert.Empty(await _store.Get<IAlertReader>().Open(Cancellation));

        await Fetched(FetchOutcome.Failed);
        await Run();
        Assert.Equal(["source-failing:service", "source-failing:service"], _channel.Keys);
    }

    [Fact]
    public async Task Run_PeriodPastDue_IsToldWithTheReleaseItEndangers()
    {
        await StoreEverythingUntil("2024-Q1");
        await Run();
        Assert.Empty(_channel.Keys);

        _clock.Advance(TimeSpan.FromHours(2));
        await Run();

        Assert.Equal(["source-late:bureau", "source-late:service"], _channel.Keys.Order());
        Assert.Contains(_channel.Alerts, a => a.Cause.English == "Late: Sample source bureau: Entities covered 2024-Q2, Non-performing loans 2024-Q2. Endangers: Sample Credit Environment Index 2024-Q2 (2024-08-26 10:00).");
    }

    [Fact]
    public async Task Run_Candidate_AsksForApprovalUntilItIsDecided()
    {
        await StoreEverythingUntil("2024-Q2");
        var (id, _) = await _store.Get<IReleaseWriter>().Propose(
            SampleReleases.Candidate(SampleReleases.Of(SampleDefinitions.Composite(), Indices.Time.Period.Parse("2024-Q1"), null), _clock.GetUtcNow()), Cancellation);
        await Run();
        await Run();
        Assert.Equal([$"approval-needed:{id}"], _channel.Keys);

        await _store.Get<IWorkflowWriter>().Reject(id, "不对", "reviewer", _clock.GetUtcNow(), Cancellation);
        await Run();

        Assert.Empty(await _store.Get<IAlertReader>().Open(Cancellation));
    }

    [Fact]
    public async Task Run_JobThatFailed_IsToldOnceAndItsOwnFailuresNever()
    {
        await StoreEverythingUntil("2024-Q2");
        foreach (var job in new[] { "load-files", "load-files", "alerts" })
        {
            var run = await _store.Get<IJobRunWriter>().Start(job, "schedule", _clock.GetUtcNow(), _clock.GetUtcNow(), "scheduler", Cancellation);
            await _store.Get<IJobRunWriter>().Finish(run, _clock.GetUtcNow(), JobOutcome.Failed, null, "disk full", Cancellation);
        }

        await Run();

        Assert.Equal(["job-failed:load-files"], _channel.Keys);
    }

    [Fact]
    public async Task Run_ChannelThatIsDown_IsToldTheNextTimeAndTheOthersOnlyOnce()
    {
        await StoreEverythingUntil("2024-Q2");
        await Fetched(FetchOutcome.Failed);
        _channel.IsDown = true;

        var failure = await Assert.ThrowsAsync<AggregateException>(Run);
        _channel.IsDown = false;
        var sent = await Run();

        Assert.Contains("first: unreachable", failure.Message, StringComparison.Ordinal);
        Assert.Equal((1, 1, 1), (sent, _channel.Keys.Count, _second.Keys.Count));
    }

    [Fact]
    public async Task Run_WhileAFirstStartStillLoads_JudgesNothing()
    {
        await _store.Get<IJobRunWriter>().Start("load-files", "startup", _clock.GetUtcNow(), _clock.GetUtcNow(), "scheduler", Cancellation);

        await Run();

        Assert.Empty(_channel.Keys);
    }

    private Task<int> Run() => new AlertRound(
        new Definitions(), _store.Get<ISourceReader>(), _store.Get<IJobRunReader>(), _store.Get<ICandidateReader>(),
        _store.Get<IAlertReader>(), _store.Get<IAlertWriter>(), [_channel, _second], _clock).Run("alerts", Cancellation);

    private Task Fetched(FetchOutcome outcome) => _store.Get<ISourceWriter>().Record(
        new Fetch("service", "https://data.example/", _clock.GetUtcNow(), _clock.GetUtcNow(), "scheduler", outcome, FailureChinese: "无法连接。", FailureEnglish: "Could not connect."), Cancellation);

    private async Task StoreEverythingUntil(string period)
    {
        var at = new Indices.Time.Vintage(new DateTimeOffset(2024, 7, 30, 0, 0, 0, TimeSpan.Zero));
        await _store.Get<IObservationWriter>().Append(new ParsedDocument(
            new RawDocument(new string('d', 64), "d.csv", "upload:d.csv", "text/csv", 1, at, "clerk"),
            [
                .. new[] { "I-COVER", "I-QUERY", "I-NPL" }.Select((code, i) => new NewObservation(
                    new SeriesId(code, Measures.Value, SampleDefinitions.Area, "", Origin.Official), Indices.Time.Period.Parse(period), "1", ObservationStatus.A, at, i + 2)),
            ], [], []), Cancellation);
    }

    private sealed class Told(string name) : IAlertChannel
    {
        public string Name => name;

        internal bool IsDown { get; set; }

        internal List<OpenAlert> Alerts { get; } = [];

        internal List<string> Keys => [.. Alerts.Select(a => a.Cause.Key)];

        public Task Send(IReadOnlyList<OpenAlert> alerts, CancellationToken cancellation)
        {
            if (IsDown)
                throw new HttpRequestException("unreachable");
            Alerts.AddRange(alerts);
            return Task.CompletedTask;
        }
    }

    private sealed class Definitions : IDefinitionReader
    {
        public Task<Indices.Methodology.Definitions?> Current(CancellationToken cancellation = default) =>
            Task.FromResult<Indices.Methodology.Definitions?>(SampleDefinitions.All() with { Sources = SampleDefinitions.Sources });

        public Task<DefinitionFile?> MethodologyFile(string code, string version, CancellationToken cancellation = default) =>
            Task.FromResult<DefinitionFile?>(null);
    }
}
