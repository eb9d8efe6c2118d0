namespace Indices.Calculation.Composite;

/// <summary>What one indicator is read from, and the transformed series that came of it.</summary>
/// <param name="LacksPublishedGrowth">Growth had to be computed from levels although the source is said to publish it.</param>
internal sealed record IndicatorSource(SeriesReader Reader, IndicatorSeries Series, bool LacksPublishedGrowth);
