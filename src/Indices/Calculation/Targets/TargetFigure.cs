using Indices.Observations;
using Indices.Time;

namespace Indices.Calculation.Targets;

/// <summary>One 12-month or end-of-period figure of a target's series.</summary>
/// <param name="IsProvisional">Kept apart from the status, where E would hide P.</param>
internal sealed record TargetFigure(Period Period, double Value, ObservationStatus Status, bool IsProvisional, Origin Origin)
{
    internal static TargetFigure Of(Observation observation) => new(
        observation.Period, observation.Value!.Value, observation.Status,
        observation.Status == ObservationStatus.P, observation.Series.Origin);

    /// <summary>A figure worked out from others: their worst status and origin, provisional if any is.</summary>
    internal static TargetFigure From(Period period, double value, IReadOnlyCollection<Observation> parts) => new(
        period, value, parts.Select(p => p.Status).Aggregate(ObservationStatuses.Worse),
        parts.Any(p => p.Status == ObservationStatus.P), parts.Max(p => p.Series.Origin));

    /// <summary>End of the period on a scale where the end of 2022 is 2022.0.</summary>
    internal double Time => TimeOf(Period);

    internal bool IsYearEnd => Period.Part == (int)Period.Frequency;

    internal static double TimeOf(Period period) => period.Year - 1 + period.Part / (double)period.Frequency;
}
