using System.Collections.Immutable;
using Dashboard.PageModels.MethodologyPages;
using Indices.Methodology;
using Indices.Observations;
using Indices.Releases;
using Indices.Time;

namespace Dashboard.PageModels.SitePages;

/// <summary>What the catalogue is narrowed to; null and empty mean everything.</summary>
public sealed record CatalogueFilter(string? Text, string? Index, string? Agency, string? Frequency, string? Origin);

/// <summary>The data catalogue: every indicator of every index, narrowed by a form.</summary>
/// <param name="Total">Indicators before narrowing.</param>
public sealed record CataloguePage(PageHead Head, CatalogueFilter Filter, ImmutableArray<Choice> Indices, ImmutableArray<Choice> Agencies,
    ImmutableArray<Choice> Frequencies, ImmutableArray<Choice> Origins, ImmutableArray<CatalogueRow> Rows, int Total)
{
    public static CataloguePage Compose(Definitions? definitions, IReadOnlyList<ReleaseContent> newest, CatalogueFilter filter, Language language)
    {
        var rows = IndicatorUse.All(definitions).GroupBy(u => u.Indicator.Code)
            .Select(uses => CatalogueRow.Of([.. uses], definitions!.Catalogue, newest, language)).ToImmutableArray();
        return new(
            new PageHead(language,
                DashboardUrls.IndicatorsOf(("q", filter.Text), ("index", filter.Index), ("source", filter.Agency), ("frequency", filter.Frequency), ("origin", filter.Origin)),
                language["数据目录", "Data catalogue"],
                language["各指数所用全部指标：定义、来源、频率与已发布数据。", "All indicators of the indices: definition, source, frequency and released data."],
                Canonical: DashboardUrls.Indicators, IsSynthetic: newest.Any(r => r.IsSynthetic())),
            filter,
            [.. rows.SelectMany(r => r.Uses).DistinctBy(u => u.Code)],
            [.. rows.Select(r => r.Agency).DistinctBy(a => a.Code)],
            [.. rows.Select(r => r.Frequency).DistinctBy(f => f.Code)],
            [.. rows.SelectMany(r => r.Origins).DistinctBy(o => o.Code)],
            [.. rows.Where(r => r.Matches(filter))],
            rows.Length);
    }
}

/// <summary>A code and what it is called.</summary>
public sealed record Choice(string Code, string Name);

/// <param name="Origins">Of the newest release of each index that uses it; empty before there is one.</param>
public sealed record CatalogueRow(
    string Code, string Name, string Address, string Definition, string Unit, Choice Frequency, Choice Agency, ImmutableArray<Choice> Uses, ImmutableArray<Choice> Origins, string Searched)
{
    public static CatalogueRow Of(ImmutableArray<IndicatorUse> uses, Catalogue catalogue, IReadOnlyList<ReleaseContent> newest, Language language)
    {
        var indicator = uses[0].Indicator;
        return new(
            indicator.Code, indicator.Name.In(language.IsEnglish), DashboardUrls.In(language, DashboardUrls.Indicator(indicator.Code)),
            indicator.DefinitionIn(language.IsEnglish), IndicatorWords.Unit(indicator.Unit, language),
            new(indicator.Frequency.ToString(), RuleWords.Of(indicator.Frequency, language)),
            new(indicator.SourceAgency, IndicatorWords.Agency(indicator.SourceAgency, catalogue, language)),
            [.. uses.Select(u => new Choice(u.Methodology.Code, u.Methodology.Name.In(language.IsEnglish)))],
            [.. newest.Where(r => uses.Any(u => u.Methodology.Code == r.Version.Index)).Select(r => r.Version.Origin).Distinct().Order()
                .Select(o => new Choice(o.ToString(), StatusWords.Of(o, language)))],
            SearchText.Fold($"{indicator.Code} {indicator.Name.Chinese} {indicator.Name.English} {indicator.ChineseDefinition} {indicator.Definition}"));
    }

    public bool Matches(CatalogueFilter filter) =>
        SearchText.Terms(filter.Text).All(Searched.Contains)
        && (Any(filter.Index) || Uses.Any(u => u.Code == filter.Index))
        && (Any(filter.Agency) || Agency.Code == filter.Agency)
        && (Any(filter.Frequency) || Frequency.Code == filter.Frequency)
        && (Any(filter.Origin) || Origins.Any(o => o.Code == filter.Origin));

    private static bool Any(string? asked) => string.IsNullOrEmpty(asked);
}
