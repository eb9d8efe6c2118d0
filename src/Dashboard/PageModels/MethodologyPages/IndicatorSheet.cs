using Indices.Methodology;

namespace Dashboard.PageModels.MethodologyPages;

/// <summary>Everything that the method says about one indicator.</summary>
public sealed record IndicatorSheet(
    string Group, string Code, string Name, string Definition, string Unit, string Frequency, string Direction, string Source,
    string Weight, string Transforms, string Goalposts, string Missing, string? Note)
{
    public static IndicatorSheet Of(IndexGroup group, Indicator indicator, Catalogue catalogue, Language language) => new(
        group.Name.In(language.IsEnglish), indicator.Code, indicator.Name.In(language.IsEnglish), indicator.Definition, indicator.Unit,
        RuleTexts.Of(indicator.Frequency, language),
        indicator.Direction == Indices.Methodology.Direction.Positive ? language["越大越好", "more is better"] : language["越小越好", "less is better"],
        catalogue.Agencies.FirstOrDefault(a => a.Code == indicator.SourceAgency)?.Name.In(language.IsEnglish) ?? indicator.SourceAgency,
        Figures.Share(indicator.Weight.Value),
        string.Join(" → ", indicator.Transforms.Select(t => TransformText(indicator, t, catalogue, language))),
        GoalpostText(indicator, language),
        language[$"最多沿用 {indicator.CarryForwardLimit} 期，其后用同组均值", $"carried forward up to {indicator.CarryForwardLimit} periods, then the mean of its group"],
        indicator.Confidentiality is null ? null : IndexPages.Disclosure.Reason(language));

    private static string TransformText(Indicator indicator, Transform transform, Catalogue catalogue, Language language)
    {
        var denominator = transform.Denominator is { } code
            ? (catalogue.Denominators.FirstOrDefault(d => d.Code == code)?.Name ?? catalogue.Currencies.FirstOrDefault(c => c.Code == code)?.Name)?.In(language.IsEnglish) ?? code
            : "";
        return transform.Kind switch
        {
            TransformKind.Level => language["原值", "value"],
            TransformKind.TtmSum => language["滚动一年合计", "12-month sum"],
            TransformKind.TtmMean => language["滚动一年平均", "12-month mean"],
            TransformKind.TtmRatio => language["滚动一年比率", "12-month ratio"],
            TransformKind.Sum3Y => language["三年合计", "three-year sum"],
            TransformKind.YearOnYear => language["同比增速", "growth on year"],
            TransformKind.MonthMean => language["月内日均", "mean of days"],
            TransformKind.Median => language["中位数", "median"],
            TransformKind.Share => language["占全国比重", "share of the nation"],
            TransformKind.Ratio => language["除以", "divided by "] + denominator,
            TransformKind.Per10K => language["每万", "per 10,000 "] + denominator,
            TransformKind.PerMillion => language["每百万", "per million "] + denominator,
            TransformKind.Exchange => language[$"{denominator}折算人民币（{(indicator.IsStock ? "期末汇率" : "期平均汇率")}）", $"{denominator} into yuan at the {(indicator.IsStock ? "rate of the period's end" : "period's average rate")}"],
            TransformKind.Spread => language["与之利差：", "spread over "] + denominator,
            _ => language["金额加权价格", "amount-weighted price"],
        };
    }

    private static string GoalpostText(Indicator indicator, Language language)
    {
        var scale = indicator.Scale == GoalpostScale.Log ? language["，对数", ", log scale"] : "";
        return $"{Goalpost(indicator.Worst)} → {Goalpost(indicator.Best)}{scale} ({indicator.GoalpostRule})";

        string Goalpost(Goalpost post) => post switch
        {
            { Number: { } number } => Figures.Shortest(number),
            { BaseMultiple: { } multiple } => Figures.Shortest(multiple) + language[" × 基期", " × base"],
            _ => "–",
        };
    }
}
