using System.Collections.Immutable;
using Indices.Methodology;
using Indices.Releases;
using Indices.Time;

namespace Indices.Sources.Health;

/// <summary>What is late, due, stale or failing, source by source, with the releases that it endangers. Pure.</summary>
public static class DataHealth
{
    /// <param name="newest">The newest period of each series that is stored.</param>
    /// <param name="lastFetches">The newest fetch of each source that was ever fetched.</param>
    /// <returns>In the order of the sources.</returns>
    public static ImmutableArray<SourceState> Of(
        Definitions definitions, IReadOnlyCollection<NewestValue> newest, IReadOnlyCollection<Fetch> lastFetches, DateTimeOffset now)
    {
        var expected = new ExpectedSeries(definitions);
        var stored = newest.ToLookup(n => (n.Series.Indicator, n.Series.Measure));
        var today = OfficeClock.DayOf(now);
        return [.. definitions.Sources.All.Select(source => StateOf(source))];

        SourceState StateOf(Source source)
        {
            var series = source.Series.Select(s => SeriesOf(source, s)).OfType<SeriesState>().ToImmutableArray();
            var last = lastFetches.FirstOrDefault(f => f.Source == source.Code);
            var late = series.Where(s => s.Condition is SourceCondition.Late or SourceCondition.Stale).Select(s => s.Series.Indicator).ToHashSet();
            return new SourceState(source, Condition(source, series, last), series, last, source.IsEnabled ? Endangered(definitions, late, now) : []);
        }

        SeriesState? SeriesOf(Source source, SourceSeries series)
        {
            if (expected.Find(series.Indicator) is not { } expectation)
                return null;
            // Of several origins or scopes the newest counts: what matters here is that values arrive.
            var periods = stored[(series.Indicator, series.Measure)].Where(n => series.Area is null || n.Series.Area == series.Area).Select(n => n.Period);
            var known = periods.Select(p => (Period?)p).MaxBy(p => p!.Value.End);
            return SeriesHealth.Of(series, expectation, source.DueLag(expectation.Lag), known, today);
        }
    }

    private static SourceCondition Condition(Source source, ImmutableArray<SeriesState> series, Fetch? last)
    {
        if (!source.IsEnabled)
            return SourceCondition.Off;
        if (source.IsFetched && last is { Outcome: FetchOutcome.Failed })
            return SourceCondition.Failing;
        return series.Select(s => s.Condition).DefaultIfEmpty(SourceCondition.Complete).Max();
    }

    private static ImmutableArray<EndangeredRelease> Endangered(Definitions definitions, HashSet<string> late, DateTimeOffset now) =>
    [
        .. definitions.IndexCodes
            .Where(code => definitions.SeriesCodes(code).Overlaps(late))
            .Select(code => Next(definitions, code, now)).OfType<EndangeredRelease>()
            .OrderBy(r => r.At),
    ];

    private static EndangeredRelease? Next(Definitions definitions, string code, DateTimeOffset now)
    {
        var newest = definitions.Versions(code)[^1];
        if (newest.Release is not { } rule || ReleaseCalendar.NewestDue(newest, definitions.Calendar, now) is not { } released)
            return null;
        var period = released.Plus(1);
        return ReleaseCalendar.TryInstant(rule, period, definitions.Calendar) is { } at ? new(code, newest.Name, period, at) : null;
    }
}
