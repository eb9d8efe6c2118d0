using Indices.Observations;
using Indices.Provenance;

namespace Ingest.Sources;

/// <summary>What is to be said about a row, or a whole file: why it is refused, unless <see cref="Kind"/> says less.</summary>
/// <param name="Row">1-based line of the file; 1 where the whole file is meant.</param>
/// <param name="Column">Header as the file spells it, or empty when the whole row or file is meant.</param>
/// <param name="Text">The offending text, cut where it is long.</param>
public sealed record RowFault(int Row, string Column, string Text, string Chinese, string English)
{
    private const int LongestText = 120;

    public FindingKind Kind { get; init; } = FindingKind.Error;

    /// <summary>One of <see cref="FindingCodes"/>.</summary>
    public string Code { get; init; } = FindingCodes.Unreadable;

    public string Text { get; } = Text.Length <= LongestText ? Text : string.Concat(Text.AsSpan(0, LongestText), "…");

    /// <summary>The same as kept beside the document.</summary>
    public QuarantinedRow In(RawDocument document) => new(document.Sha256, document.Name, Row, Column, Text, Chinese, English, Kind, Code);
}
