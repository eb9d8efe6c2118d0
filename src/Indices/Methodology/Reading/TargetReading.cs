namespace Indices.Methodology.Reading;

/// <summary>A target set with the places in its file that checks across files point at.</summary>
/// <param name="Lines">Line of each target by code; of its related indicator by <c>indicator/CODE</c>; of its flow of events by <c>events/CODE</c>.</param>
internal sealed record TargetReading(TargetSet Targets, IReadOnlyDictionary<string, int> Lines);
