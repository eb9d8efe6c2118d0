using System.Collections.Immutable;
using Dashboard.PageModels.IndexPages;
using Dashboard.PageModels.MethodologyPages.Formulas;
using Indices.Methodology;

namespace Dashboard.PageModels.MethodologyPages;

/// <summary>How an index is made: one version of its method, from the file alone, in final text.</summary>
/// <param name="Banner">Said of a version that is not the newest, or not yet in use; null otherwise.</param>
/// <param name="Document">Number of the document that the index serves.</param>
/// <param name="Grades">What the availability grades mean.</param>
/// <param name="GoalpostRules">What the codes of goalpost rules mean.</param>
/// <param name="Uncertainty">Empty where the method asks for no such analysis.</param>
/// <param name="Worked">Null while nothing is published under this version.</param>
public sealed record MethodologyPage(
    PageHead Head,
    string Name,
    string IndexAddress,
    string Version,
    VersionBanner? Banner,
    string? Document,
    int? NamedInClause,
    string Purpose,
    ImmutableArray<string> Limits,
    ImmutableArray<Fact> Summary,
    ImmutableArray<TreeRow> Tree,
    ImmutableArray<IndicatorGroup> Groups,
    ImmutableArray<Fact> Grades,
    ImmutableArray<Fact> GoalpostRules,
    ImmutableArray<CellGroup> Cells,
    ImmutableArray<FormulaSheet> Formulas,
    WorkedLine? Worked,
    ImmutableArray<Fact> Rules,
    ImmutableArray<Fact> Uncertainty,
    ImmutableArray<VersionRow> Versions)
{
    public static MethodologyPage Compose(MethodologySource source, Language language)
    {
        var shown = source.Shown;
        var name = shown.Name.In(language.IsEnglish);
        var worked = WorkedLine.Of(source, language);
        return new(
            HeadOf(source, name, worked is { IsSynthetic: true } || source.Release?.IsSynthetic() == true, language),
            name, DashboardUrls.In(language, DashboardUrls.Index(shown.Code)), shown.Version, VersionBanner.Of(source, language),
            shown.SourceDocument, shown.NamedInClause, shown.PurposeIn(language.IsEnglish),
            LimitTexts.Of(shown, language), SummaryFacts.All(source, language), TreeRow.All(shown, language), IndicatorGroups(source, language),
            [.. shown.Root.Indicators.Select(i => i.Availability).OfType<string>().Distinct().Order(StringComparer.Ordinal).Select(g => new Fact(g, IndicatorWords.Grade(g, language)))],
            [.. shown.GoalpostRules.Select(r => new Fact(r.Code, r.Meaning.In(language.IsEnglish)))],
            CellGroup.All(shown, language), FormulaSheets.All(source, language), worked,
            ProcessingRules.All(shown, language), UncertaintyFacts.All(shown.Uncertainty, language), VersionRow.All(source, language));
    }

    private static PageHead HeadOf(MethodologySource source, string name, bool isSynthetic, Language language)
    {
        var shown = source.Shown;
        return new(
            language, source.IsNewest ? DashboardUrls.Methodology(shown.Code) : DashboardUrls.MethodologyVersion(shown.Code, shown.Version),
            language[$"{name}编制说明", $"Methodology of the {name}"] + (source.IsNewest ? "" : language[$"（{shown.Version} 版）", $" ({shown.Version})"]),
            language[
                $"{name}的指标、权重、标准化、合成、基期与发布规则，第 {shown.Version} 版。",
                $"Indicators, weights, scoring, aggregation, base and release rules of the {name}, version {shown.Version}."],
            IsSynthetic: isSynthetic, IsIndex: true);
    }

    private static ImmutableArray<IndicatorGroup> IndicatorGroups(MethodologySource source, Language language)
    {
        if (source.Shown.IsPrice)
            return [];
        var effective = EffectiveWeights.Of(source.Shown.Root).ToDictionary(e => e.Indicator.Code, e => e.Weight);
        return [.. source.Shown.Leaves().GroupBy(l => l.Parent.Code).Select(g => new IndicatorGroup(
            g.Key, g.First().Parent.Name.In(language.IsEnglish),
            [.. g.Select(l => IndicatorSheet.Of(l.Indicator, effective[l.Indicator.Code], source, language))]))];
    }
}

/// <summary>Where a version stands among the others.</summary>
public sealed record VersionBanner(string Text, string? LinkText, string? Address)
{
    public static VersionBanner? Of(MethodologySource source, Language language)
    {
        var (shown, newest) = (source.Shown, source.Versions[^1]);
        return source.IsNewest ? null : new(
            language[$"这是旧版 {shown.Version}，最新版是 {newest.Version}（{SummaryFacts.From(newest, language)}起）。", $"This is the older version {shown.Version}; the newest is {newest.Version} (from {SummaryFacts.From(newest, language)})."],
            language["看最新版", "See the newest version"],
            DashboardUrls.In(language, DashboardUrls.Methodology(shown.Code)));
    }
}
