using System.Collections.Immutable;
using Dashboard.Components.Charts;
using Dashboard.PageModels.IndexPages;
using Dashboard.PageModels.MethodologyPages;
using Indices.Methodology;
using Indices.Releases;

namespace Dashboard.PageModels.SitePages;

/// <summary>One indicator: what it is, where it counts, and what visible releases used of it.</summary>
/// <param name="Withheld">Why no value is shown; null when values are.</param>
/// <param name="Download">Address of the values as CSV; null when none are shown.</param>
public sealed record IndicatorPage(
    PageHead Head, string Code, string Name, string Definition, ImmutableArray<Fact> Facts, ImmutableArray<IndicatorPlace> Places, string? Withheld,
    ImmutableArray<IndicatorHistory> Histories, string? Download)
{
    /// <param name="uses">At least one, all of the indicator.</param>
    /// <param name="released">By index; without those of a withheld indicator.</param>
    public static IndicatorPage Compose(
        ImmutableArray<IndicatorUse> uses, ILookup<string, ReleasedScore> released, Definitions definitions, Language language)
    {
        var indicator = uses[0].Indicator;
        var name = indicator.Name.In(language.IsEnglish);
        var isWithheld = IndicatorUse.IsWithheld(definitions, indicator.Code);
        ImmutableArray<IndicatorHistory> histories = isWithheld
            ? []
            : [.. uses.Select(u => IndicatorHistory.Of(u, [.. released[u.Methodology.Code]], language)).Where(h => h.Rows.Length > 0)];
        return new(
            new PageHead(language, DashboardUrls.Indicator(indicator.Code), name,
                $"{name}{language["：", ": "]}{indicator.DefinitionIn(language.IsEnglish)}",
                IsSynthetic: histories.Any(h => h.IsSynthetic), HasChart: histories.Length > 0),
            indicator.Code, name, indicator.DefinitionIn(language.IsEnglish),
            [.. FactsOf(indicator, definitions.Catalogue, language)],
            [.. uses.Select(u => IndicatorPlace.Of(u, isWithheld, language))],
            isWithheld ? Disclosure.Reason(language) : null,
            histories,
            histories.Length > 0 ? DashboardUrls.IndicatorCsv(indicator.Code) : null);
    }

    private static IEnumerable<Fact> FactsOf(Indicator indicator, Catalogue catalogue, Language language) =>
    [
        new(language["代码", "Code"], indicator.Code),
        new(language["单位", "Unit"], IndicatorWords.Unit(indicator.Unit, language)),
        new(language["频率", "Frequency"], RuleWords.Of(indicator.Frequency, language)),
        new(language["性质", "Kind"], IndicatorWords.Kind(indicator.IsStock, language)),
        new(language["方向", "Direction"], IndicatorWords.Of(indicator.Direction, language)),
        new(language["来源", "Source"], IndicatorWords.Agency(indicator.SourceAgency, catalogue, language)),
        new(language["可得性", "Availability"], IndicatorWords.Grade(indicator.Availability, language)),
        new(language["时效", "Due"], IndicatorWords.DueLag(indicator.DueLagDays, language)),
    ];
}

/// <summary>Where an indicator counts: index, weight there, goalposts.</summary>
public sealed record IndicatorPlace(string Index, string Address, string Methodology, string Weight, string Effective, string Worst, string Best)
{
    public static IndicatorPlace Of(IndicatorUse use, bool isWithheld, Language language)
    {
        var (methodology, indicator) = use;
        var effective = EffectiveWeights.Of(methodology.Root).First(e => e.Indicator.Code == indicator.Code).Weight;
        return new(
            methodology.Name.In(language.IsEnglish), DashboardUrls.In(language, DashboardUrls.Index(methodology.Code)),
            DashboardUrls.In(language, DashboardUrls.Methodology(methodology.Code)),
            Figures.ExactShare(indicator.Weight), Figures.ExactShare(effective),
            Goalpost(indicator.Worst), Goalpost(indicator.Best));

        string Goalpost(Goalpost goalpost) => isWithheld && goalpost.Number is null ? "–" : IndicatorWords.Of(goalpost, methodology.Base, language);
    }
}

/// <summary>What the releases of one index used of an indicator.</summary>
/// <param name="Rows">Newest period first, newest version first.</param>
/// <param name="Revised">Periods whose value differs between versions.</param>
public sealed record IndicatorHistory(string Index, ChartData Chart, ImmutableArray<IndicatorValue> Rows, int Revised, bool IsSynthetic)
{
    /// <param name="released">Newest period first, newest version first.</param>
    public static IndicatorHistory Of(IndicatorUse use, ImmutableArray<ReleasedScore> released, Language language)
    {
        var index = use.Methodology.Name.In(language.IsEnglish);
        var newest = released.DistinctBy(r => r.Score.Period).Reverse().ToImmutableArray();
        var (name, unit) = (use.Indicator.Name.In(language.IsEnglish), IndicatorWords.Unit(use.Indicator.Unit, language));
        return new(
            index,
            new ChartData(
                name, language[$"{name}，各期最新版本所用数值，见下表。", $"{name}: values used by the newest version of each period, as in the table."],
                unit, Figures.DecimalsOf(use.Indicator.Unit),
                [.. newest.Select(r => r.Score.Period.ToString())],
                [new ApexPointSeries(name, [.. newest.Select(r => r.Score.Value)])],
                [], language.IsEnglish),
            [.. released.Select(r => IndicatorValue.Of(r, use.Indicator, language))],
            released.GroupBy(r => r.Score.Period).Count(g => g.Select(r => r.Score.Value).Distinct().Count() > 1),
            released.Any(r => r.Version.Origin == Indices.Observations.Origin.Synthetic));
    }
}

/// <param name="Value">With its unit, or – where the release had none.</param>
/// <param name="Known">Cut-off of the release: nothing known later was used.</param>
public sealed record IndicatorValue(string Period, string Version, string Address, string Value, string Score, string Status, string Origin, string Known)
{
    public static IndicatorValue Of(ReleasedScore released, Indicator indicator, Language language)
    {
        var (version, score) = released;
        return new(
            Figures.PeriodName(score.Period, language), version.Number.ToString(System.Globalization.CultureInfo.InvariantCulture),
            DashboardUrls.In(language, DashboardUrls.IndexVersion(version.Index, version.Period, version.Number)),
            score.Value is { } value ? Figures.Measured(value, indicator.Unit, language) : "–",
            score.Score is { } points ? Figures.Number(points, 1) : "–",
            StatusWords.Of(score.Status, language), StatusWords.Of(version.Origin, language), Figures.Instant(version.DataVintage.Instant));
    }
}
