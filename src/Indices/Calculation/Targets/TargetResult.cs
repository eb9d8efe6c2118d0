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
    ImmutableArray<Warning> Notes);

/// <summary>Shown by word, shape and colour on every surface.</summary>
public enum TargetStatus
{
    /// <summary>已达成 ▲</summary>
    Met,
    /// <summary>序时内 ●</summary>
    OnTrack,
    /// <summary>滞后 ◆</summary>
    Behind,
    /// <summary>严重滞后 ■</summary>
    FarBehind,
    /// <summary>数据不足 –</summary>
    NoData,
}

public enum FinalVerdict
{
    Achieved,
    NotAchieved,
}

public sealed record TargetPoint(Period Period, double Value, ObservationStatus Status);
