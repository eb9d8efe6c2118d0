using Indices.Calculation;
using Indices.Methodology;
using Indices.Observations;
using Indices.Releases;
using Indices.Time;

namespace Dashboard.Tests.Fakes;

/// <summary>Releases held in memory, shown by the one rule: approved, and due at the instant asked for.</summary>
internal sealed class FakeReleases : IReleaseReader
{
    public List<ReleaseContent> Approved { get; } = [];

    /// <summary>Thrown by every reading while it is set.</summary>
    public Exception? Failure { get; set; }

    public int Editions { get; private set; }

    public Task<IReadOnlyList<ReleaseContent>> Newest(DateTimeOffset now, CancellationToken cancellation = default) => Answer<IReadOnlyList<ReleaseContent>>(
        [.. Visible(now).GroupBy(r => r.Version.Index).Select(g => g.MaxBy(r => (r.Version.Period.End, r.Version.Number))!)]);

    public Task<ReleaseContent?> Find(string index, Period? period, DateTimeOffset now, CancellationToken cancellation = default) => Answer(
        Visible(now).Where(r => r.Version.Index == index && (period is null || r.Version.Period == period)).MaxBy(r => (r.Version.Period.End, r.Version.Number)));

    public Task<ReleaseContent?> FindVersion(string index, Period period, int number, DateTimeOffset now, CancellationToken cancellation = default) => Answer(
        Visible(now).FirstOrDefault(r => r.Version.Index == index && r.Version.Period == period && r.Version.Number == number));

    public Task<IReadOnlyList<ReleaseVersion>> History(string index, DateTimeOffset now, CancellationToken cancellation = default) => Answer<IReadOnlyList<ReleaseVersion>>(
        [.. Visible(now).Select(r => r.Version).Where(v => v.Index == index)]);

    public Task<IReadOnlyList<ReleaseStep>> Steps(string? index, DateTimeOffset now, CancellationToken cancellation = default) => Answer<IReadOnlyList<ReleaseStep>>(
        [.. Visible(now).Where(r => index is null || r.Version.Index == index).Select(r => new ReleaseStep(r.Version, r.Values))]);

    public Task<IReadOnlyList<CausePoints>> Causes(long releaseVersion, DateTimeOffset now, CancellationToken cancellation = default) => Answer<IReadOnlyList<CausePoints>>([]);

    public Task<IReadOnlyList<ReleasedScore>> Scores(string index, string indicator, DateTimeOffset now, CancellationToken cancellation = default) => Answer<IReadOnlyList<ReleasedScore>>(
        [.. Visible(now).Where(r => r.Version.Index == index).SelectMany(r => r.Scores.Where(s => s.Indicator == indicator).Select(s => new ReleasedScore(r.Version, s)))]);

    public Task<FrozenParameters> Frozen(string index, DateTimeOffset now, CancellationToken cancellation = default) => Answer(FrozenParameters.None);

    public Task<string> Edition(DateTimeOffset now, CancellationToken cancellation = default)
    {
        Editions++;
        return Answer(string.Join('+', Visible(now).Select(r => r.Version.Fingerprint)));
    }

    public Task<DateTimeOffset?> NextInstant(DateTimeOffset now, CancellationToken cancellation = default) => Answer(
        Approved.Select(r => r.Version.ReleaseAt).Where(at => at > now).Min());

    private IEnumerable<ReleaseContent> Visible(DateTimeOffset now) => Approved.Where(r => r.Version.ReleaseAt <= now);

    private Task<T> Answer<T>(T answer) => Failure is null ? Task.FromResult(answer) : Task.FromException<T>(Failure);
}

/// <summary>Observations held in memory; the counter counts them.</summary>
internal sealed class FakeObservations : IObservationReader
{
    public List<Observation> Stored { get; } = [];

    public Task<Snapshot> ReadSnapshot(IReadOnlyCollection<string> indicators, Vintage asOf, CancellationToken cancellation = default) => Task.FromResult(
        new Snapshot(asOf, Stored
            .Where(o => o.Vintage <= asOf && (indicators.Count == 0 || indicators.Contains(o.Series.Indicator)))
            .GroupBy(o => (o.Series, o.Period)).Select(g => g.MaxBy(o => o.Vintage)!)));

    public Task<ObservationHistory> ReadHistory(IReadOnlyCollection<string> indicators, Vintage asOf, CancellationToken cancellation = default) => Task.FromResult(
        new ObservationHistory(asOf, Stored.Where(o => indicators.Count == 0 || indicators.Contains(o.Series.Indicator))));

    public Task<long> ChangeCounter(CancellationToken cancellation = default) => Task.FromResult((long)Stored.Count);

    public Task<Vintage?> NewestVintage(IReadOnlyCollection<string> indicators, bool withDeals, CancellationToken cancellation = default) =>
        Task.FromResult(Stored.Count == 0 ? (Vintage?)null : Stored.Max(o => o.Vintage));

    public Task<IReadOnlyList<Observation>> Latest(int count, CancellationToken cancellation = default) =>
        Task.FromResult<IReadOnlyList<Observation>>([.. Stored.OrderByDescending(o => o.Vintage).Take(count)]);

    public Task<IReadOnlyList<Observation>> History(SeriesId series, Period period, CancellationToken cancellation = default) =>
        Task.FromResult<IReadOnlyList<Observation>>([.. Stored.Where(o => o.Series == series && o.Period == period).OrderByDescending(o => o.Vintage)]);

    public Task<IReadOnlyList<DocumentSummary>> Documents(int count, CancellationToken cancellation = default) => Task.FromResult<IReadOnlyList<DocumentSummary>>([]);

    public Task<bool> IsKnown(string sha256, CancellationToken cancellation = default) => Task.FromResult(false);

    public Task<IReadOnlyList<QuarantinedRow>> Quarantine(int count, CancellationToken cancellation = default) => Task.FromResult<IReadOnlyList<QuarantinedRow>>([]);
}

internal sealed class FakeDefinitions(Definitions? current) : IDefinitionReader
{
    public Definitions? Value { get; set; } = current;

    public Task<Definitions?> Current(CancellationToken cancellation = default) => Task.FromResult(Value);

    public Task<DefinitionFile?> MethodologyFile(string code, string version, CancellationToken cancellation = default) => Task.FromResult<DefinitionFile?>(null);
}
