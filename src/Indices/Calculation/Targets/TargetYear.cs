namespace Indices.Calculation.Targets;

/// <summary>One year of a growth floor, judged by itself and never averaged.</summary>
/// <param name="Value">Growth in percent; null until it is known.</param>
/// <param name="IsMet">Null until it is known.</param>
public sealed record TargetYear(int Year, double? Value, bool? IsMet);
