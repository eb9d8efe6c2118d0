using System.Collections.Concurrent;
using Dashboard.PageModels;
using Indices.Methodology;
using Indices.Releases;
using Indices.Time;

namespace Dashboard.Live;

/// <summary>What the wall shows, and the mark of the publications that it was read at.</summary>
public sealed record ShownScreen(string Mark, ScreenModel Model);

/// <summary>
/// The one copy of the wall's content that all open screens share: read once for each mark of the feed and language,
/// however many screens there are.
/// </summary>
public sealed class CurrentScreen(
    IDefinitionReader definitions, IReleaseReader releases, TargetReader targets, PublicationFeed feed, Site site, TimeProvider clock) : IDisposable
{
    private readonly ConcurrentDictionary<Language, ShownScreen> _last = new();
    private readonly SemaphoreSlim _reading = new(1, 1);

    /// <summary>
    /// What was read last, without asking anything; null before the first reading. Lets the live page begin with exactly
    /// what its static first paint showed, without a flash and without a second reading.
    /// </summary>
    public ShownScreen? Last(Language language) => _last.GetValueOrDefault(language);

    /// <summary>What is visible now.</summary>
    public async Task<ShownScreen> Read(Language language, CancellationToken cancellation = default)
    {
        await _reading.WaitAsync(cancellation);
        try
        {
            // The mark first: what changes while the rest is read makes another mark, and the page is told again.
            var mark = await feed.Mark(cancellation);
            if (Last(language) is { } last && last.Mark == mark)
                return last;
            return _last[language] = new(mark, await ReadModel(language, cancellation));
        }
        finally
        {
            _reading.Release();
        }
    }

    public void Dispose() => _reading.Dispose();

    private async Task<ScreenModel> ReadModel(Language language, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        var current = await definitions.Current(cancellation);
        var newest = await releases.Newest(now, cancellation);
        var standings = await targets.Read(now, cancellation);
        return ScreenModel.Of(
            site.In(language),
            standings is null ? [] : [.. standings.Targets.Select(t => TargetTile.Of(t, language))],
            current is null ? [] : [.. IndexCard.All(current, newest, now, language).Select(IndexTile.Of)],
            Freshness.Of(newest.Select(r => r.Version), standings?.NewestData, current is null ? null : NextInstant(current, newest, now), OfficeClock.DayOf(now), language),
            language);
    }

    /// <summary>Earliest instant of the announced calendar that is still to come.</summary>
    private static DateTimeOffset? NextInstant(Definitions definitions, IReadOnlyList<ReleaseContent> newest, DateTimeOffset now) => definitions.IndexCodes
        .Select(code => NextRelease.Of(definitions.Versions(code)[^1], newest.FirstOrDefault(r => r.Version.Index == code)?.Version.Period, definitions.Calendar, now)?.Instant)
        .Where(instant => instant > now)
        .Min();
}
