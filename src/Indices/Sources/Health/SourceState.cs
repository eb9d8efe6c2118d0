using System.Collections.Immutable;
using Indices.Methodology;
using Indices.Time;

namespace Indices.Sources.Health;

/// <summary>How a source is doing at one instant.</summary>
/// <param name="Series">In the source's order.</param>
/// <param name="LastFetch">Null for sources that are not fetched, or were never.</param>
/// <param name="Endangered">The next releases that need what is late here, soonest first.</param>
public sealed record SourceState(
    Source Source, SourceCondition Condition, ImmutableArray<SeriesState> Series, Fetch? LastFetch, ImmutableArray<EndangeredRelease> Endangered);

/// <summary>From best to worst; a source is as its worst series is, and failing before all else.</summary>
public enum SourceCondition
{
    /// <summary>Everything that could be there is there.</summary>
    Complete,
    /// <summary>A period is over and its value is not due yet.</summary>
    Due,
    /// <summary>The newest period that is due is not there.</summary>
    Late,
    /// <summary>Two periods or more are missing at the end.</summary>
    Stale,
    /// <summary>The last fetch failed.</summary>
    Failing,
    /// <summary>Switched off: nothing is expected.</summary>
    Off,
}

/// <param name="Newest">The newest period with a value or a stated gap; null when there is none.</param>
/// <param name="Awaited">The oldest period that is over and not there; null when there is none.</param>
/// <param name="DueAt">Midnight that ends the day on which the awaited period is due.</param>
/// <param name="PeriodsLate">How many periods are past due.</param>
public sealed record SeriesState(
    SourceSeries Series, LocalText Name, SourceCondition Condition, Period? Newest, Period? Awaited, DateTimeOffset? DueAt, int PeriodsLate);

/// <param name="At">Release instant.</param>
public sealed record EndangeredRelease(string Index, LocalText Name, Period Period, DateTimeOffset At);
