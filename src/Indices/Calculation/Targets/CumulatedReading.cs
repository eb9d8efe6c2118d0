using Indices.Time;

namespace Indices.Calculation.Targets;

/// <summary>A target of a flow read as the total since a day instead of the total of a year; beside the primary reading, never rated.</summary>
/// <param name="Period">Newest period in the total.</param>
/// <param name="AttainmentPercent">100 × value / goal.</param>
public sealed record CumulatedReading(DateOnly Since, Period Period, double Value, double AttainmentPercent, bool IsMet);
