using System.Collections.Immutable;
using Indices.Methodology;

namespace Dashboard.PageModels.MethodologyPages;

/// <summary>How an index is made, read from its newest methodology version.</summary>
public sealed record MethodologyPage(
    PageHead Head,
    string Name,
    string IndexAddress,
    string Purpose,
    ImmutableArray<IndexPages.Fact> Rules,
    ImmutableArray<TreeGroup> Tree,
    ImmutableArray<IndicatorSheet> Indicators,
    ImmutableArray<CellSheet> Cells,
    ImmutableArray<VersionRow> Versions)
{
    /// <param name="versions">All versions of one index, oldest first; not empty.</param>
    public static MethodologyPage Compose(ImmutableArray<IndexMethodology> versions, Catalogue catalogue, Language language)
    {
        var methodology = versions[^1];
        var name = methodology.Name.In(language.IsEnglish);
        return new(
            new PageHead(
                language, DashboardUrls.Methodology(methodology.Code), language[$"{name}编制说明", $"Methodology of the {name}"],
                language[$"{name}的指标、权重、标准化、合成、基期与发布规则，第 {methodology.Version} 版。", $"Indicators, weights, scoring, aggregation, base and release rules of the {name}, version {methodology.Version}."],
                IsIndex: true),
            name, DashboardUrls.In(language, DashboardUrls.Index(methodology.Code)), methodology.PurposeIn(language.IsEnglish),
            RuleTexts.All(methodology, language),
            [.. methodology.Root.Children.Select(c => TreeGroup.Of(c, language))],
            methodology.IsPrice ? [] : [.. methodology.Leaves().Select(l => IndicatorSheet.Of(l.Parent, l.Indicator, catalogue, language))],
            methodology.Price is { } price ? [.. price.Cells.Select(c => CellSheet.Of(c, language))] : [],
            VersionRow.All(versions, language));
    }
}

/// <summary>A node of the tree with its weight and how its children are joined.</summary>
public sealed record TreeGroup(string Code, string Name, string Weight, string Aggregation, ImmutableArray<TreeGroup> Children)
{
    public static TreeGroup Of(IndexNode node, Language language) => node is IndexGroup group
        ? new(group.Code, group.Name.In(language.IsEnglish), Figures.Share(group.Weight.Value), RuleTexts.Of(group.Aggregation, language),
            [.. group.Children.Select(c => Of(c, language))])
        : new(node.Code, node.Name.In(language.IsEnglish), Figures.Share(node.Weight.Value), "", []);
}

/// <summary>A cell of a price index.</summary>
public sealed record CellSheet(string Code, string Name, string Tenor, string Rating)
{
    public static CellSheet Of(PriceCell cell, Language language) => new(
        cell.Code, cell.Name.In(language.IsEnglish), string.Join(" + ", cell.TenorBands), string.Join(" + ", cell.RatingBands));
}

/// <summary>One version of the method and what it changed against the one before.</summary>
public sealed record VersionRow(string Version, string File, string EffectiveFrom, ImmutableArray<string> Changes)
{
    /// <summary>Newest first.</summary>
    public static ImmutableArray<VersionRow> All(ImmutableArray<IndexMethodology> versions, Language language) =>
        [.. versions.Select((v, i) => new VersionRow(
            v.Version, DashboardUrls.MethodologyFile(v.Code, v.Version),
            v.EffectiveFrom is { } from ? Figures.PeriodName(from, language) : language["全部时期", "all periods"],
            i == 0 ? [language["第一版", "First version"]] : VersionDifference.Between(versions[i - 1], v, language))).Reverse()];
}
