using System.Collections.Immutable;
using Indices.Methodology;

namespace Dashboard.PageModels.MethodologyPages;

/// <summary>The cells of one product.</summary>
/// <param name="Note">Where the group stands outside the headline.</param>
public sealed record CellGroup(string Code, string Name, string? Note, ImmutableArray<CellSheet> Cells)
{
    public static ImmutableArray<CellGroup> All(IndexMethodology methodology, Language language) => methodology.Price is not { } price
        ? []
        : [.. methodology.Root.Groups.Select(group => new CellGroup(
            group.Code, group.Name.In(language.IsEnglish),
            price.Satellites.Any(c => c.Pillar == group.Code) ? language["卫星指数：不计入总指数", "Satellite: outside the headline"] : null,
            [.. price.Cells.Concat(price.Satellites).Where(c => c.Pillar == group.Code).Select(c => CellSheet.Of(c, language))]))];
}

/// <summary>An elementary aggregate of a price index.</summary>
public sealed record CellSheet(string Code, string Name, string Definition, string Unit, string Tenor, string Rating)
{
    public static CellSheet Of(PriceCell cell, Language language) => new(
        cell.Code, cell.Name.In(language.IsEnglish), cell.Definition?.In(language.IsEnglish) ?? "",
        IndicatorWords.Unit(cell.Unit, language), Tenors(cell, language), Ratings(cell, language));

    public static string Tenors(PriceCell cell, Language language) => Joined(cell.TenorBands, band => band switch
    {
        "T1" => language["5年及以内", "up to 5 years"],
        "T2" => language["5年以上至8年", "over 5 to 8 years"],
        "T3" => language["8年以上", "over 8 years"],
        _ => band,
    }, language);

    public static string Ratings(PriceCell cell, Language language) => Joined(cell.RatingBands, band => band switch
    {
        "AAP" => language["AA+级及以下或未评级", "AA+ or below or unrated"],
        "AAA" => language["AAA级", "AAA"],
        _ => band,
    }, language);

    private static string Joined(ImmutableArray<string> bands, Func<string, string> words, Language language) =>
        bands.IsDefaultOrEmpty ? "–" : string.Join(language["、", "; "], bands.Select(words));
}
