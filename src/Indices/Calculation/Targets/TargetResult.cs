using System.Collections.Immutable;
using Indices.Methodology;
using Indices.Observations;
using Indices.Time;

namespace Indices.Calculation.Targets;

/// <summary>Where one policy target stands (methodology, section 13).</summary>
/// <param name="Current">Newest 12-month or end-of-period value in the target's own scope.</param>
/// <param name="CurrentPeriod">Period of <paramref name="Current"/>.</param>
/// <param name="Goal">Number to reach: the smallest number that passes for counts, otherwise the target.</param>
/// <param name="PathValue">Value that the required path asks for at <paramref name="CurrentPeriod"/> (应达值).</param>
/// <param name="PathRatio">Current / path value; gap / tolerance for Around.</param>
/// <param name="RequiredAnnualGrowthPercent">Yearly growth still needed (levels and growth targets).</param>
/// <param name="RequiredPerYear">Units a year still needed (counts, shares).</param>
/// <param name="Verdict">Final verdict once the figure for the target date is in and not provisional; null before.</param>
/// <param name="History">The annual or end-of-year series behind it, oldest first.</param>
public sealed record TargetResult(
    PolicyTarget Target,
    TargetStatus Status,
    double? Baseline,
    double? Current,
    Period? CurrentPeriod,
    ObservationStatus? CurrentStatus,
    double Goal,
    double? ProgressPercent,
    double? AttainmentPercent,
    double? PathValue,
    double? PathRatio,
    double? RequiredAnnualGrowthPercent,
    double? RequiredPerYear,
    double? CompoundGrowthPercent,
    int? YearsMet,
    FinalVerdict? Verdict,
    Origin? Origin,
    ImmutableArray<TargetPoint> History,
    ImmutableArray<Warning> Notes)
{
    /// <summary>Null where the past is too short, and once there is nothing left to forecast.</summary>
    public TargetForecast? Forecast { get; init; }

    /// <summary>For flows whose newest figure is inside a year; null otherwise.</summary>
    public InYearPath? InYear { get; init; }

    /// <summary>Both verdicts once the target date has passed and its figure is known, provisional or not; null before.</summary>
    public TargetVerdicts? Verdicts { get; init; }

    /// <summary>Of a nested count, by name in ordinal order.</summary>
    public ImmutableArray<TargetMember> Members { get; init; } = [];

    /// <summary>Of a growth target, in order.</summary>
    public ImmutableArray<TargetYear> Years { get; init; } = [];

    /// <summary>The other reading of an ambiguous flow; null where the words allow one only.</summary>
    public CumulatedReading? Cumulated { get; init; }
}

/// <summary>Green, amber, red and grey of the methodology before the end, the verdict after it. Shown by word, shape and colour on every surface.</summary>
public enum TargetStatus
{
    /// <summary>已达成 ▲: achieved by the final figure, never before.</summary>
    Met,
    /// <summary>序时内 ●: green.</summary>
    OnTrack,
    /// <summary>滞后 ◆: amber; after the end, missed by little.</summary>
    Behind,
    /// <summary>严重滞后 ■: red; after the end, missed by much.</summary>
    FarBehind,
    /// <summary>数据不足 –: grey.</summary>
    NoData,
}

public enum FinalVerdict
{
    Achieved,
    NotAchieved,
}

public sealed record TargetPoint(Period Period, double Value, ObservationStatus Status);
