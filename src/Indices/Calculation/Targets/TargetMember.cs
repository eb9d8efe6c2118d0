using Indices.Time;

namespace Indices.Calculation.Targets;

/// <summary>One member of a nested count.</summary>
/// <param name="Period">Of its newest size.</param>
/// <param name="Missing">Threshold − size; negative where it is beyond.</param>
/// <param name="Probability">Of reaching the threshold at the target date; null where its past is too short.</param>
public sealed record TargetMember(string Name, Period Period, double Size, double Missing, bool Reaches, double? Probability);
