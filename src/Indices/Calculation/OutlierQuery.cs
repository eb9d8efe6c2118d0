using Indices.Time;

namespace Indices.Calculation;

/// <summary>An observation to ask its source about. It is used as it is: a figure that the source confirms is kept (methodology, section 3.6).</summary>
/// <param name="Period">In the indicator's own frequency.</param>
/// <param name="Value">Transformed value.</param>
/// <param name="Change">From the period before; null when that has none.</param>
/// <param name="RobustZ">Distance of the change from the median change of the five years before, in normal-consistent median absolute deviations; null when they are too few or all alike.</param>
/// <param name="G">Position between the goalposts before caps; null without goalposts.</param>
/// <param name="IsUnusualChange">The change is why it is asked about.</param>
/// <param name="IsOutsideGoalposts">The position is why it is asked about.</param>
public sealed record OutlierQuery(
    string Indicator, Period Period, double Value, double? Change, double? RobustZ, double? G, bool IsUnusualChange, bool IsOutsideGoalposts);
