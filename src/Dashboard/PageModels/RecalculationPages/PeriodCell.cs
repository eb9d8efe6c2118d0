using System.Collections.Immutable;
using Indices.Calculation;
using Indices.Provenance;
using Indices.Releases;
using Indices.Time;

namespace Dashboard.PageModels.RecalculationPages;

/// <summary>One period of one index.</summary>
/// <param name="Version">The version that makes the state; the newest one when none does.</param>
/// <param name="Missing">What is not in yet; told apart only while there is no version.</param>
/// <param name="Recalculation">The newest one that the period is part of.</param>
public sealed record PeriodCell(
    string Index,
    Period Period,
    PeriodState State,
    ReleaseVersion? Version,
    ImmutableArray<MissingInput> Missing,
    Recalculation? Recalculation)
{
    public RecalculationResult? Result => Recalculation?.Periods.FirstOrDefault(p => p.Period == Period)?.Result;

    /// <summary>There is nothing to review or publish of the period, or the newest attempt did not work.</summary>
    public bool IsFailedOrMissing => State is PeriodState.Failed or PeriodState.Interrupted or PeriodState.Ready or PeriodState.Waiting;

    /// <summary>What calculating the period would do.</summary>
    public string Effect(Language language) => State switch
    {
        PeriodState.Candidate => language["与现有候选不同时取代它", "replaces the open candidate if it differs"],
        PeriodState.Approved or PeriodState.Published => language["与已批准的不同时成为修订候选", "becomes a revision candidate if it differs from what is approved"],
        PeriodState.Waiting => language["缺数据，可能算不出", "inputs are missing; there may be no value"],
        _ => language["成为候选", "becomes a candidate"],
    };
}
