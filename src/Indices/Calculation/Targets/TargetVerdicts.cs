using Indices.Methodology;
using Indices.Time;

namespace Indices.Calculation.Targets;

/// <summary>Whether the target was met by the figure as first published and by its newest revision, once the target date has passed.</summary>
/// <param name="Difference">Why the two differ; null when they agree.</param>
public sealed record TargetVerdicts(FigureVerdict FirstPublished, FigureVerdict LatestRevised, Warning? Difference);

/// <summary>The verdict on one vintage of a figure.</summary>
/// <param name="Value">The figure; for growth that of the last target year, while the verdict is on all of them.</param>
/// <param name="IsProvisional">The figure is not final, and so not the verdict.</param>
/// <param name="KnownAt">When the figure took this value.</param>
public sealed record FigureVerdict(FinalVerdict Verdict, Period Period, double Value, bool IsProvisional, Vintage KnownAt);
