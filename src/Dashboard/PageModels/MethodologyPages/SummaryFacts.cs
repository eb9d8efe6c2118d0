using System.Collections.Immutable;
using Dashboard.PageModels.IndexPages;
using Indices.Methodology;

namespace Dashboard.PageModels.MethodologyPages;

/// <summary>What a methodology version is, at the head of its page.</summary>
public static class SummaryFacts
{
    public static ImmutableArray<Fact> All(MethodologySource source, Language language)
    {
        var shown = source.Shown;
        return
        [
            new(language["版本", "Version"], shown.Version),
            new(language["状态", "Status"], RuleWords.Of(shown.Status, language)),
            new(language["适用期间", "Applies to"], Span(source, language)),
            new(language["类型", "Type"], shown.IsPrice ? language["价格指数", "price index"] : language["综合指数", "composite index"]),
            new(language["频率", "Frequency"], RuleWords.Frequencies(shown, language)),
            new(language["地区", "Area"], Areas(shown, source.Catalogue, language)),
            new(language["基期", "Base"], RuleWords.Base(shown.Base, shown.Frequency, language)),
            new(language["发布时间", "Release"], RuleWords.Of(shown.Release, language)),
            new(language["编制单位", "Compiled by"], IndicatorWords.Agency(shown.CompiledBy, source.Catalogue, language)),
            new(language["相关条款", "Clauses evidenced"], RuleWords.Clauses(shown.Clauses, language)),
        ];
    }

    public static string Areas(IndexMethodology methodology, Catalogue catalogue, Language language) => methodology.Areas.IsEmpty
        ? language["数据中的全部地区", "every area in the data"]
        : string.Join(language["、", ", "], methodology.Areas.Select(code =>
            $"{catalogue.Areas.FirstOrDefault(a => a.Code == code)?.Name.In(language.IsEnglish)} {code}".Trim()));

    public static string From(IndexMethodology methodology, Language language) => methodology.EffectiveFrom is { } from
        ? Figures.PeriodName(from, language)
        : language["全部时期", "all periods"];

    public static string Overlap(LinkRule link, Language language) => link.Overlap.Length == 1
        ? Figures.PeriodName(link.Overlap[0], language)
        : language[
            $"{Figures.PeriodName(link.Overlap[0], language)}至{Figures.PeriodName(link.Overlap[^1], language)}（{link.Overlap.Length}期）",
            $"{Figures.PeriodName(link.Overlap[0], language)} to {Figures.PeriodName(link.Overlap[^1], language)} ({link.Overlap.Length} periods)"];

    public static string Weights(PriceRules price, Language language) => price.WeightYears is { } years
        ? language[$"每次年度链接取其前 {years} 个日历年的成交额", $"amounts of deals in the {years} calendar years before each annual link"]
        : language["方法文件中的固定权重", "the fixed weights of the file"];

    public static string Listed(ImmutableArray<LocalText> items, Language language) =>
        items.IsEmpty ? "–" : string.Join(language["；", "; "], items.Select(i => i.In(language.IsEnglish)));

    public static string Companions(PriceRules price, Language language) => string.Join(
        language["；", "; "], price.Companions.Select(c => $"{c.Code} {c.Name.In(language.IsEnglish)} ({Figures.UnitName(c.Unit, language)})"));

    // A version applies until the next one does.
    private static string Span(MethodologySource source, Language language)
    {
        var next = source.Versions.SkipWhile(v => v.Version != source.Shown.Version).Skip(1).FirstOrDefault()?.EffectiveFrom;
        var from = source.Shown.EffectiveFrom;
        return (from, next) switch
        {
            (null, null) => language["全部时期", "all periods"],
            ({ } first, null) => language[$"{Figures.PeriodName(first, language)}起", $"from {Figures.PeriodName(first, language)}"],
            (null, { } end) => language[$"{Figures.PeriodName(end.Plus(-1), language)}及以前", $"up to {Figures.PeriodName(end.Plus(-1), language)}"],
            ({ } first, { } end) => language[
                $"{Figures.PeriodName(first, language)}至{Figures.PeriodName(end.Plus(-1), language)}",
                $"{Figures.PeriodName(first, language)} to {Figures.PeriodName(end.Plus(-1), language)}"],
        };
    }
}
