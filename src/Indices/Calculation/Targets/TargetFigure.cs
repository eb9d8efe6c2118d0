using Indices.Observations;
using Indices.Time;

namespace Indices.Calculation.Targets;

/// <summary>One 12-month or end-of-period figure of a target's series.</summary>
/// <param name="IsProvisional">Kept apart from the status, where E would hide P.</param>
/// <param name="KnownAt">When it took this value: the newest vintage of its parts.</param>
/// <param name="FirstKnownAt">When it had a value for the first time: the newest of its parts' first vintages.</param>
internal sealed record TargetFigure(
    Period Period, double Value, ObservationStatus Status, bool IsProvisional, Origin Origin, Vintage KnownAt, Vintage FirstKnownAt)
{
    internal static TargetFigure Of(Observation observation) => From(observation.Period, observation.Value!.Value, [observation]);

    /// <summary>A figure worked out from observations: their worst status and origin, provisional if any is.</summary>
    internal static TargetFigure From(Period period, double value, IReadOnlyCollection<Observation> parts) => new(
        period, value, parts.Select(p => p.Status).Aggregate(ObservationStatuses.Worse),
        parts.Any(p => p.Status == ObservationStatus.P), parts.Max(p => p.Series.Origin),
        parts.Max(p => p.Vintage), parts.Max(p => p.FirstVintage));

    /// <summary>A figure worked out from others.</summary>
    internal static TargetFigure From(Period period, double value, ObservationStatus status, params IReadOnlyCollection<TargetFigure> parts) => new(
        period, value, status, parts.Any(p => p.IsProvisional), parts.Max(p => p.Origin),
        parts.Max(p => p.KnownAt), parts.Max(p => p.FirstKnownAt));

    /// <summary>End of the period on a scale where the end of 2022 is 2022.0.</summary>
    internal double Time => TimeOf(Period);

    internal bool IsYearEnd => Period.Part == (int)Period.Frequency;

    internal static double TimeOf(Period period) => period.Year - 1 + period.Part / (double)period.Frequency;
}
