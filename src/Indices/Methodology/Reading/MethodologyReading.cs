namespace Indices.Methodology.Reading;

/// <summary>A methodology with the places in its file that checks across files point at.</summary>
/// <param name="Lines">Line of each node by code; of an indicator's target by <c>target/CODE</c>.</param>
internal sealed record MethodologyReading(
    IndexMethodology Methodology, IReadOnlyDictionary<string, int> Lines, int VersionLine, int ReplacesLine);
