using Indices.Observations;

namespace Indices.Calculation.Composite;

/// <summary>An indicator scored in one period.</summary>
/// <param name="Origin">Origin of what was scored; null without a score.</param>
/// <param name="Missing">Why there is no score; null when there is one.</param>
internal sealed record LeafState(IndicatorScore Score, Standing Standing, Origin? Origin, Warning? Missing);
