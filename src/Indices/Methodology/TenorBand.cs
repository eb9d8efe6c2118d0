namespace Indices.Methodology;

/// <summary>Sub-indices of a price index by tenor: one for each band, or for the bands that a cell takes together.</summary>
public static class TenorBand
{
    private const string Prefix = "TENOR-";

    /// <summary>Code of the sub-index that a cell belongs to, such as <c>TENOR-T1</c> or <c>TENOR-T2-T3</c>.</summary>
    public static string CodeOf(PriceCell cell) => Prefix + string.Join('-', cell.TenorBands.Order(StringComparer.Ordinal));

    /// <summary>Name of the sub-index with that code; null when the code is none of a tenor band.</summary>
    public static LocalText? NameOf(string code) => code switch
    {
        Prefix + "T1" => new("5年及以内", "Up to 5 years"),
        Prefix + "T2" => new("5年以上至8年", "Over 5 to 8 years"),
        Prefix + "T3" => new("8年以上", "Over 8 years"),
        Prefix + "T1-T2" => new("8年及以内", "Up to 8 years"),
        Prefix + "T2-T3" => new("5年以上", "Over 5 years"),
        _ => code.StartsWith(Prefix, StringComparison.Ordinal) ? new("期限不分档", "All tenors together") : null,
    };
}
