using System.Collections.Immutable;
using Indices.Methodology;
using Indices.Releases;

namespace Dashboard.PageModels.IndexPages;

/// <summary>An indicator with its source and, where it may be shown, its value.</summary>
/// <param name="Withheld">Reason why the value is not shown; null when it is.</param>
public sealed record IndicatorRow(string Group, string Code, string Name, string Source, string Weight, string Value, string Score, string Status, string? Withheld);

public static class IndicatorTable
{
    public static ImmutableArray<IndicatorRow> Rows(ReleaseContent content, IndexMethodology methodology, Catalogue catalogue, Language language)
    {
        if (methodology.Price is { } price)
            return [.. price.Cells.Select(cell => Row(cell, methodology, language))];
        var withheld = Disclosure.Withheld(methodology.Root);
        var scores = content.Scores.ToLookup(s => s.Indicator);
        var agencies = catalogue.Agencies.ToDictionary(a => a.Code, a => a.Name.In(language.IsEnglish));
        return [.. methodology.Leaves().Select(leaf => Row(
            leaf.Parent, leaf.Indicator, scores[leaf.Indicator.Code].FirstOrDefault(),
            withheld.Contains(leaf.Indicator.Code) ? Disclosure.Reason(language) : null,
            agencies.GetValueOrDefault(leaf.Indicator.SourceAgency, leaf.Indicator.SourceAgency), language))];
    }

    private static IndicatorRow Row(PriceCell cell, IndexMethodology methodology, Language language) => new(
        methodology.NameOf(cell.Pillar, language), cell.Code, cell.Name.In(language.IsEnglish), "–", "–", "–", "–", "–",
        language["不公布单个样本格的价格", "prices of single cells are not published"]);

    private static IndicatorRow Row(IndexGroup group, Indicator indicator, PublishedScore? score, string? withheld, string agency, Language language) => new(
        group.Name.In(language.IsEnglish), indicator.Code, indicator.Name.In(language.IsEnglish), agency,
        Figures.Share(indicator.Weight.Value),
        withheld is null && score?.Value is { } value ? Figures.Measured(value, indicator.Unit, language) : "–",
        withheld is null && score?.Score is { } points ? Figures.Number(points, 1) : "–",
        score is null || withheld is not null ? "–" : StatusWords.Of(score.Status, language),
        withheld);
}
