using System.Collections.Immutable;
using Indices.Observations;
using Indices.Time;

namespace Indices.Calculation.Districts;

/// <summary>A district edition: how areas stand beside one another, and the index of each.</summary>
/// <param name="Code">Of the edition.</param>
/// <param name="Areas">The composite result of each area, in the order asked for; the index is on the area's own base.</param>
/// <param name="Standings">By area in the order asked for, then period; areas and periods without data are there too.</param>
/// <param name="AreRanksPublished">False: ranks are for the compilers alone.</param>
/// <param name="Goalposts">Common to the areas, to be frozen.</param>
/// <param name="Warnings">What is to be said of the areas together.</param>
public sealed record DistrictResult(
    string Code,
    ImmutableArray<IndexResult> Areas,
    ImmutableArray<AreaStanding> Standings,
    bool AreRanksPublished,
    FrozenParameters Goalposts,
    ImmutableArray<Warning> Warnings);

/// <param name="Score">Aggregate before base and link, on the scale of the scores: what compares across areas.</param>
/// <param name="Index">In points of the area's own base; null without a score or a base.</param>
/// <param name="Coverage">Share of effective weight observed and not overdue, 0 to 1.</param>
/// <param name="Published">False when the gate of section 8 holds the score back.</param>
/// <param name="Reason">Why the score is not published; null when it is.</param>
/// <param name="Rank">Place by the score as printed among the areas whose score is published, 1 the greatest; areas that print alike share the better place. Null for the others.</param>
/// <param name="Ties">How many areas share the rank, this one included; 0 without a rank.</param>
public sealed record AreaStanding(
    string Area,
    Period Period,
    double? Score,
    double? Index,
    ObservationStatus Status,
    double Coverage,
    bool Published,
    Warning? Reason,
    int? Rank,
    int Ties);
