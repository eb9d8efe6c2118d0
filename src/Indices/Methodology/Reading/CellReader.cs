using System.Collections.Immutable;
using Indices.Methodology.Yaml;

namespace Indices.Methodology.Reading;

/// <summary>Reads an elementary aggregate of a price index.</summary>
internal sealed class CellReader(References references, Codes codes)
{
    internal ReadCell Read(Section s)
    {
        s.Recorded("freq", "stock_flow", "measure", "direction", "notes");
        _ = s.Values("clauses", Kind.PositiveWhole);
        _ = references.Agency(s, "source_agency", false);
        _ = references.Agency(s, "registry", false);
        foreach (var (text, line) in s.Texts("transform"))
            if (text != "unit_value")
                s.Faults.Add(line, $"不认识的变换“{text}”，价格指数只有 unit_value。", $"Unknown transform '{text}'; a price index has unit_value alone.");
        var code = s.Code("code");
        codes.Add(code, s.LineOf("code"));
        var weight = s.ValueOrNull("weight", Kind.Weight);
        var amount = s.ValueOrNull("amount", Kind.PositiveNumber);
        return new(
            code, HeaderReader.Name(s, code), Bands(s, "tenor_band", PriceSections.TenorBands), Bands(s, "rating_band", PriceSections.RatingBands),
            amount, weight, Definition(s), s.TextOrNull("unit") ?? "", (s.Has("weight") && weight is null) || (s.Has("amount") && amount is null), s.LineOf("code"));
    }

    /// <summary>A deal belongs to one cell; two cells of a product that share a band pair would both claim it.</summary>
    internal static void CheckOverlaps(Faults faults, IReadOnlyList<ReadCell> cellsOfProduct)
    {
        foreach (var (place, cell) in cellsOfProduct.Index())
            foreach (var before in cellsOfProduct.Take(place).Where(b => Overlap(b, cell)))
                faults.Add(cell.Line, $"{cell.Code} 与 {before.Code} 的分档重叠。", $"The bands of {cell.Code} overlap those of {before.Code}.");
    }

    private static LocalText? Definition(Section s)
    {
        var (chinese, english) = (s.TextOrNull("definition_zh"), s.TextOrNull("definition"));
        return (chinese ?? english) is { } either ? new(either, english) : null;
    }

    private static bool Overlap(ReadCell left, ReadCell right) =>
        left.TenorBands.Intersect(right.TenorBands).Any() && left.RatingBands.Intersect(right.RatingBands).Any();

    private static ImmutableArray<string> Bands(Section s, string key, IReadOnlyCollection<string> known)
    {
        var bands = s.TextOrNull(key)?.Split('+') ?? [];
        foreach (var band in bands.Where(b => !known.Contains(b)))
            s.Fault(key, $"不认识的分档“{band}”。", $"Unknown band '{band}'.");
        return [.. bands];
    }
}
