using Indices.Observations;

namespace Indices.Calculation.Composite;

/// <summary>A value of an indicator on its way through the transforms, with what it inherits from the observations behind it.</summary>
/// <param name="Known">When the last of the indicator's own observations behind it first became known.</param>
internal readonly record struct Reading(double Value, ObservationStatus Status, Origin Origin, DateTimeOffset Known)
{
    /// <summary>Null for what no calculation may use: missing values and mere bounds.</summary>
    internal static Reading? Of(Observation? observation) =>
        observation is { Bound: Bound.None, Value: { } value }
            ? new(value, observation.Status, observation.Series.Origin, observation.FirstVintage.Instant)
            : null;

    /// <summary>This reading with another value, resting on a second one too.</summary>
    internal Reading With(Reading other, double value) => new(
        value,
        ObservationStatuses.Worse(Status, other.Status),
        Origin > other.Origin ? Origin : other.Origin,
        Known > other.Known ? Known : other.Known);

    internal Reading Estimated => this with { Status = ObservationStatuses.Worse(Status, ObservationStatus.E) };
}
