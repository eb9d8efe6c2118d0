using Indices.Calculation;
using Indices.Releases;
using TestSupport;
using Xunit;

namespace Indices.Tests.Storage;

/// <summary>Nothing unreleased shows on any public read, and what is released shows from its instant.</summary>
public sealed class VisibilityTests : IDisposable
{
    private static readonly DateTimeOffset Instant = Sample.Noon;

    private readonly TemporaryStore _store = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private IReleaseReader Reader => _store.Get<IReleaseReader>();

    [Fact]
    public async Task EveryMember_CandidateOrRejected_ShowsNothing()
    {
        await Propose("f1");
        await _store.Get<IWorkflowWriter>().Reject(await Propose("f2"), "有误", "reviewer", Instant, Cancellation);

        await AssertHidden(Instant.AddYears(100));
        Assert.Null(await Reader.NextInstant(Instant, Cancellation));
    }

    [Theory]
    [InlineData(-TimeSpan.TicksPerDay)]
    [InlineData(-TimeSpan.TicksPerMillisecond)]
    [InlineData(-1)]
    public async Task EveryMember_ApprovedBeforeItsInstant_ShowsNothing(long ticks)
    {
        await Approve(await Propose("f1"), "f1", Instant);

        await AssertHidden(Instant.AddTicks(ticks));
        Assert.Equal(Instant, await Reader.NextInstant(Instant.AddTicks(ticks), Cancellation));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(TimeSpan.TicksPerMillisecond)]
    public async Task EveryMember_ApprovedFromItsInstant_ShowsIt(long ticks)
    {
        var hidden = await Reader.Edition(Instant, Cancellation);
        var id = await Propose("f1");
        await Approve(id, "f1", Instant);
        var now = Instant.AddTicks(ticks);

        Assert.Equal([id], (await Reader.Newest(now, Cancellation)).Select(r => r.Version.Id));
        Assert.Equal(id, (await Reader.Find("X-IDX", null, now, Cancellation))?.Version.Id);
        Assert.Equal(0.97, (await Reader.Find("X-IDX", null, now, Cancellation))?.Uncertainty?.Published.ProbabilityOfRise);
        Assert.Equal(id, (await Reader.Find("X-IDX", Sample.Quarter, now, Cancellation))?.Version.Id);
        Assert.Equal(id, (await Reader.FindVersion("X-IDX", Sample.Quarter, 1, now, Cancellation))?.Version.Id);
        Assert.Null(await Reader.FindVersion("X-IDX", Sample.Quarter, 2, now, Cancellation));
        Assert.Equal([id], (await Reader.History("X-IDX", now, Cancellation)).Select(v => v.Id));
        Assert.Equal([id], (await Reader.Steps("X-IDX", now, Cancellation)).Select(s => s.Version.Id));
        Assert.Equal(
            [new(Sample.Quarter.Plus(-1), ChangeCause.RevisedData, 0.1 + 0.2), new(Sample.Quarter.Plus(-1), ChangeCause.MethodChange, -1.0 / 3)],
            await Reader.Causes(id, now, Cancellation));
        Assert.Equal([id], (await Reader.Scores("X-IDX", "F01", now, Cancellation)).Select(s => s.Version.Id));
        Assert.NotEqual(hidden, await Reader.Edition(now, Cancellation));
        Assert.Equal(1.25, (await Reader.Frozen("X-IDX", now, Cancellation)).Find(FrozenParameters.BaseFactor("1.0.0")));
        Assert.Empty((await Reader.Frozen("Y-IDX", now, Cancellation)).Values);
        Assert.Null(await Reader.NextInstant(now, Cancellation));
    }

    [Fact]
    public async Task EveryMember_InstantGivenInAnotherZone_IsTheSameInstant()
    {
        await Approve(await Propose("f1"), "f1", Instant.ToOffset(TimeSpan.FromHours(8)));

        await AssertHidden(Instant.AddTicks(-1).ToOffset(TimeSpan.FromHours(-5)));
        Assert.Single(await Reader.Newest(Instant.ToOffset(TimeSpan.FromHours(-5)), Cancellation));
    }

    [Fact]
    public async Task Find_RevisionNotDue_ShowsTheVersionBefore()
    {
        var first = await Propose("f1");
        await Approve(first, "f1", Instant);
        var second = await Propose("f2");
        await Approve(second, "f2", Instant.AddDays(1));

        var before = await Reader.Edition(Instant, Cancellation);
        Assert.Equal(first, (await Reader.Find("X-IDX", null, Instant, Cancellation))!.Version.Id);
        Assert.Null(await Reader.FindVersion("X-IDX", Sample.Quarter, 2, Instant, Cancellation));
        Assert.Equal(first, (await Reader.FindVersion("X-IDX", Sample.Quarter, 1, Instant.AddDays(1), Cancellation))!.Version.Id);
        Assert.Equal([first], (await Reader.History("X-IDX", Instant, Cancellation)).Select(v => v.Id));
        Assert.Equal(Instant.AddDays(1), await Reader.NextInstant(Instant, Cancellation));
        Assert.Equal(second, (await Reader.Find("X-IDX", null, Instant.AddDays(1), Cancellation))!.Version.Id);
        Assert.Equal([second, first], (await Reader.History("X-IDX", Instant.AddDays(1), Cancellation)).Select(v => v.Id));
        Assert.NotEqual(before, await Reader.Edition(Instant.AddDays(1), Cancellation));
    }

    [Fact]
    public async Task Edition_OlderVersionBecomesDueLast_Changes()
    {
        var first = await Propose("f1");
        await Approve(await Propose("f2"), "f2", Instant);
        var before = await Reader.Edition(Instant.AddDays(1), Cancellation);

        await Approve(first, "f1", Instant.AddDays(1));

        Assert.NotEqual(before, await Reader.Edition(Instant.AddDays(1), Cancellation));
    }

    [Fact]
    public async Task Newest_SeveralIndicesAndPeriods_GivesTheNewestPeriodOfEachWithItsContent()
    {
        var writer = _store.Get<IReleaseWriter>();
        foreach (var (index, quarter) in new[] { ("B", 1), ("A", 0), ("A", 1), ("A", 2), ("B", 0) })
        {
            var (id, _) = await writer.Propose(Sample.Candidate(index, Sample.Quarter.Plus(quarter)), Cancellation);
            await Approve(id, "f1", Instant.AddDays(quarter));
        }

        var newest = await Reader.Newest(Instant.AddDays(1), Cancellation);

        Assert.Equal([("A", Sample.Quarter.Plus(1)), ("B", Sample.Quarter.Plus(1))], newest.Select(r => (r.Version.Index, r.Version.Period)));
        Assert.All(newest, r => Assert.Equal(
            Sample.Candidate(r.Version.Index, r.Version.Period).Values, r.Values.AsEnumerable()));
    }

    [Fact]
    public void ReleaseReader_Members_AreAllTriedAbove() => Assert.Equal(
        ["Causes", "Edition", "Find", "FindVersion", "Frozen", "History", "Newest", "NextInstant", "Scores", nameof(IReleaseReader.Steps)],
        typeof(IReleaseReader).GetMethods().Select(m => m.Name).Order());

    public void Dispose() => _store.Dispose();

    private async Task AssertHidden(DateTimeOffset now)
    {
        using var empty = new TemporaryStore();
        Assert.Empty(await Reader.Newest(now, Cancellation));
        Assert.Null(await Reader.Find("X-IDX", null, now, Cancellation));
        Assert.Null(await Reader.Find("X-IDX", Sample.Quarter, now, Cancellation));
        Assert.Null(await Reader.FindVersion("X-IDX", Sample.Quarter, 1, now, Cancellation));
        Assert.Empty(await Reader.History("X-IDX", now, Cancellation));
        Assert.Empty(await Reader.Steps(null, now, Cancellation));
        Assert.Empty(await Reader.Causes(1, now, Cancellation));
        Assert.Empty(await Reader.Scores("X-IDX", "F01", now, Cancellation));
        Assert.Empty((await Reader.Frozen("X-IDX", now, Cancellation)).Values);
        Assert.Equal(await empty.Get<IReleaseReader>().Edition(now, Cancellation), await Reader.Edition(now, Cancellation));
    }

    private async Task<long> Propose(string fingerprint) =>
        (await _store.Get<IReleaseWriter>().Propose(Sample.Candidate(fingerprint: fingerprint), Cancellation)).Id;

    private Task Approve(long id, string fingerprint, DateTimeOffset releaseAt) =>
        _store.Get<IReleaseWriter>().Approve(id, fingerprint, releaseAt, "reviewer", Sample.Noon, Cancellation);
}
