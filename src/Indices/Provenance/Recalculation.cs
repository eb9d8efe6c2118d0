using System.Collections.Immutable;
using Indices.Time;

namespace Indices.Provenance;

/// <summary>What is to be calculated.</summary>
/// <param name="Periods">In time order; each is calculated and kept by itself.</param>
/// <param name="AsOf">Nothing that became known later is used.</param>
public sealed record RecalculationOrder(string Index, ImmutableArray<Period> Periods, Vintage AsOf);

/// <summary>An order, who gave it, and how far it has come.</summary>
/// <param name="Methodology">Newest version of the index when it was ordered.</param>
/// <param name="DecidedBy">Who cancelled or resumed it last; null when nobody did.</param>
/// <param name="Periods">In time order.</param>
public sealed record Recalculation(
    long Id,
    string Index,
    Vintage AsOf,
    string Methodology,
    string RequestedBy,
    DateTimeOffset RequestedAt,
    RecalculationState State,
    string? DecidedBy,
    ImmutableArray<RecalculatedPeriod> Periods)
{
    public int Done => Periods.Count(p => p.Result is not null);

    /// <summary>Something is left to do and nobody is at it.</summary>
    public bool CanResume => State is RecalculationState.Waiting or RecalculationState.Interrupted or RecalculationState.Cancelled;

    public bool CanCancel => State is RecalculationState.Waiting or RecalculationState.Interrupted or RecalculationState.Running;
}

/// <param name="Result">Null while it is still to do.</param>
public sealed record RecalculatedPeriod(Period Period, RecalculationResult? Result);

/// <param name="Note">In both languages, Chinese first, on a line each.</param>
/// <param name="ReleaseVersion">The candidate offered, or the version that holds the same already.</param>
public sealed record RecalculationResult(RecalculationOutcome Outcome, string Note, long? ReleaseVersion, DateTimeOffset At);

public enum RecalculationOutcome
{
    /// <summary>A new candidate.</summary>
    Offered,
    /// <summary>The newest version, or the approved one, says the same.</summary>
    Unchanged,
    /// <summary>Too few data for a value.</summary>
    NoValue,
    Failed,
}

/// <summary>Read from what is left to do and from the newest run.</summary>
public enum RecalculationState
{
    /// <summary>No run has begun.</summary>
    Waiting,
    Running,
    Done,
    /// <summary>Stopped by a person; what was done stays.</summary>
    Cancelled,
    /// <summary>The run ended before its work did.</summary>
    Interrupted,
}
