using Indices.Observations;
using Indices.Time;

namespace Indices.Intake;

/// <summary>A value as the store has it, with the text it was received as.</summary>
public sealed record StoredValue(Period Period, Vintage Vintage, string? ValueText, ObservationStatus Status, Bound Bound);
