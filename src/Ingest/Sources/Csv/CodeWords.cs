using Indices.Observations;

namespace Ingest.Sources.Csv;

/// <summary>Words of closed lists, as files write them.</summary>
internal static class CodeWords
{
    internal static ObservationStatus? Status(string text) =>
        text.Length == 1 && Enum.TryParse<ObservationStatus>(text.ToUpperInvariant(), out var status) && char.IsAsciiLetter(text[0]) ? status : null;

    internal static Origin? OriginOf(string text) => text.ToLowerInvariant() switch
    {
        "official" or "官方" => Origin.Official,
        "public" or "公开" => Origin.Public,
        "synthetic" or "演示" => Origin.Synthetic,
        _ => null,
    };

    internal static Bound? BoundOf(string text) => text.ToLowerInvariant() switch
    {
        "none" => Bound.None,
        "lower" or "下限" => Bound.Lower,
        "upper" or "上限" => Bound.Upper,
        "approximate" or "约" => Bound.Approximate,
        _ => null,
    };

    /// <summary>The Chinese word of a measure.</summary>
    internal static string WordOf(string measure) => measure switch
    {
        Measures.Value => "当期",
        Measures.YearToDate => "累计",
        Measures.YearOnYear => "同比",
        Measures.Numerator => "分子",
        Measures.Denominator => "分母",
        var other => other,
    };

    internal static string? Measure(string text) => text.ToLowerInvariant() switch
    {
        "当期" => Measures.Value,
        "累计" => Measures.YearToDate,
        "同比" => Measures.YearOnYear,
        "分子" => Measures.Numerator,
        "分母" => Measures.Denominator,
        var code => Measures.All.FirstOrDefault(m => m == code),
    };
}
