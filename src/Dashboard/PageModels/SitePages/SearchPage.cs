using System.Collections.Immutable;
using Dashboard.PageModels.MethodologyPages;
using Indices.Methodology;
using Indices.Releases;

namespace Dashboard.PageModels.SitePages;

/// <summary>What was found for a question among everything that is public now.</summary>
/// <param name="Asked">The question, cut to what is looked for; empty when nothing was asked.</param>
public sealed record SearchPage(PageHead Head, string Asked, ImmutableArray<SearchHit> Hits, int Total)
{
    /// <summary>Hits shown; the rest is counted.</summary>
    public const int Most = 50;

    /// <param name="versions">All visible versions.</param>
    public static SearchPage Compose(Definitions? definitions, IReadOnlyList<ReleaseVersion> versions, string? asked, Language language)
    {
        var (terms, shown) = (SearchText.Terms(asked), SearchText.Cut(asked).Trim());
        var hits = terms.IsEmpty || definitions is null
            ? []
            : SearchableText.All(definitions, versions, language).Where(t => t.Has(terms)).OrderByDescending(t => t.NameHas(terms)).ToList();
        return new(
            new PageHead(language, shown.Length == 0 ? DashboardUrls.Search : DashboardUrls.SearchOf(shown), language["搜索", "Search"],
                language["搜索指数、指标、目标、方法和发布。", "Search indices, indicators, targets, methods and releases."], Canonical: DashboardUrls.Search),
            shown, [.. hits.Take(Most).Select(h => h.Hit(terms))], hits.Count);
    }
}

/// <param name="Kind">指数, 指标, 目标, 方法 or 发布.</param>
/// <param name="Snippet">Where the words stand.</param>
public sealed record SearchHit(string Kind, string Name, string Address, string Snippet);

/// <summary>One public thing with all the words by which it is found, in both languages.</summary>
public sealed record SearchableText(string Kind, string Name, string Address, string Text, string Other)
{
    private const int Around = 30;

    /// <summary>Name and text of the page's language, then the other's, as they are compared.</summary>
    private string Folded { get; } = SearchText.Fold($"{Name} {Text} {Other}");

    public bool Has(ImmutableArray<string> terms) => terms.All(t => Folded.Contains(t, StringComparison.Ordinal));

    public bool NameHas(ImmutableArray<string> terms) => SearchText.Fold(Name) is var name && terms.All(t => name.Contains(t, StringComparison.Ordinal));

    public SearchHit Hit(ImmutableArray<string> terms)
    {
        var text = Text.Normalize(System.Text.NormalizationForm.FormKC);
        var at = terms.Select(t => text.IndexOf(t, StringComparison.OrdinalIgnoreCase)).Where(i => i >= 0).DefaultIfEmpty(0).Min();
        var (from, to) = (Math.Max(0, at - Around), Math.Min(text.Length, at + 3 * Around));
        return new(Kind, Name, Address, $"{(from > 0 ? "…" : "")}{text[from..to]}{(to < text.Length ? "…" : "")}");
    }

    /// <summary>Indices, indicators, parts of methods, targets, then releases from the newest.</summary>
    public static IEnumerable<SearchableText> All(Definitions definitions, IReadOnlyList<ReleaseVersion> versions, Language language)
    {
        var other = language.IsEnglish ? Language.Chinese : Language.English;
        var indices = definitions.Published.ToList();
        return
        [
            .. indices.Select(m => Of(
                language["指数", "Index"], m.Name, DashboardUrls.Index(m.Code), m.PurposeIn(language.IsEnglish), $"{m.Code} {m.PurposeIn(other.IsEnglish)}")),
            .. IndicatorUse.All(definitions).DistinctBy(u => u.Indicator.Code).Select(u => Of(
                language["指标", "Indicator"], u.Indicator.Name, DashboardUrls.Indicator(u.Indicator.Code), u.Indicator.DefinitionIn(language.IsEnglish),
                $"{u.Indicator.Code} {u.Indicator.DefinitionIn(other.IsEnglish)}")),
            .. indices.SelectMany(m => m.Root.Groups.Select(g => Of(
                language["方法", "Method"], g.Name, DashboardUrls.Methodology(m.Code),
                $"{m.Name.In(language.IsEnglish)} · {RuleWords.Of(g.Aggregation, language)}", $"{g.Code} {RuleWords.Of(g.Aggregation, other)}"))),
            .. (definitions.Targets?.Targets ?? []).Select(t => Of(language["目标", "Target"], t.Name, $"{DashboardUrls.Targets}#{t.Code}", t.Sentence, t.Code)),
            .. indices.SelectMany(m => versions.Where(v => v.Index == m.Code).OrderByDescending(v => v.Period).ThenByDescending(v => v.Number).Select(v => Release(v, m))),
        ];

        SearchableText Of(string kind, LocalText name, string address, string text, string otherText) => new(
            kind, name.In(language.IsEnglish), Address(address), text, $"{name.In(other.IsEnglish)} {otherText}");

        SearchableText Release(ReleaseVersion v, IndexMethodology m) => new(
            language["发布", "Release"], $"{m.Name.In(language.IsEnglish)} {Figures.PeriodName(v.Period, language)}",
            Address(DashboardUrls.IndexVersion(v.Index, v.Period, v.Number)),
            $"{StatusWords.Of(v.Kind, language)} · {Figures.Instant(v.ReleasedAt())}{(ReleaseWords.Kept(v.Reason, language) is { } reason ? $" · {reason}" : "")}",
            $"{v.Period} {m.Name.In(other.IsEnglish)} {Figures.PeriodName(v.Period, other)} {ReleaseWords.Kept(v.Reason, other)}");

        string Address(string address) => address.Split('#') is [var page, var part] ? $"{DashboardUrls.In(language, page)}#{part}" : DashboardUrls.In(language, address);
    }
}
