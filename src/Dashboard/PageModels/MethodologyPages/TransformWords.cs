using Indices.Methodology;

namespace Dashboard.PageModels.MethodologyPages;

/// <summary>What is done to a raw figure before it is scored, in words (methodology, section 3.3).</summary>
public static class TransformWords
{
    /// <summary>All transforms of an indicator, in their order.</summary>
    public static string Of(Indicator indicator, Catalogue catalogue, Language language)
    {
        var steps = indicator.Transforms.Where(t => t.Kind != TransformKind.Level).Select(t => Of(t, indicator, catalogue, language)).ToList();
        return steps.Count == 0 ? Of(TransformKind.Level, language) : string.Join(language["，再", ", then "], steps);
    }

    /// <summary>The same in the district edition; a dash for an indicator that is not in it.</summary>
    public static string OfDistricts(Indicator indicator, Catalogue catalogue, Language language) =>
        indicator.DistrictTransforms is { } transforms ? Of(indicator with { Transforms = transforms }, catalogue, language) : "–";

    public static string Of(TransformKind kind, Language language) => kind switch
    {
        TransformKind.Level => language["原值", "value as reported"],
        TransformKind.TtmSum => language["近12个月合计", "12-month sum"],
        TransformKind.TtmMean => language["近12个月平均", "12-month mean"],
        TransformKind.TtmRatio => language["近12个月分子合计与分母合计之比", "ratio of 12-month sums"],
        TransformKind.Sum3Y => language["近三年合计", "three-year sum"],
        TransformKind.YearOnYear => language["同比增速", "growth on the same period of the year before"],
        TransformKind.MonthMean => language["月内各日平均", "mean over the days of the month"],
        TransformKind.Median => language["各单位的中位数", "median over respondents"],
        TransformKind.Share => language["占全国的比重", "share of the nation"],
        TransformKind.Ratio => language["与分母之比", "ratio to a denominator"],
        TransformKind.Per10K => language["每1万单位", "per 10,000"],
        TransformKind.PerMillion => language["每100万单位", "per million"],
        TransformKind.Spread => language["利差", "spread"],
        TransformKind.Exchange => language["外币折算人民币", "foreign currency into yuan"],
        _ => language["按金额加权的价格", "amount-weighted price"],
    };

    private static string Of(Transform transform, Indicator indicator, Catalogue catalogue, Language language)
    {
        if (transform.Kind == TransformKind.Exchange)
            return Exchange(catalogue.Currencies.FirstOrDefault(c => c.Code == transform.Denominator)?.Name.In(language.IsEnglish) ?? transform.Denominator ?? "", indicator.IsStock, language);
        var denominator = catalogue.Denominators.FirstOrDefault(d => d.Code == transform.Denominator);
        var name = denominator?.Name.In(language.IsEnglish) ?? transform.Denominator ?? "";
        var inside = name.Length > 0 ? char.ToLowerInvariant(name[0]) + name[1..] : name;
        return transform.Kind switch
        {
            TransformKind.Share => language[$"占{name}的百分比", $"percent of {inside}"],
            TransformKind.Ratio when indicator.Unit == "%" => language[$"除以{name}，乘100", $"as a percentage of {inside}"],
            TransformKind.Ratio => language[$"除以{name}", $"divided by {inside}"],
            TransformKind.Per10K => language[$"按每1万{denominator?.Unit}{name}折算", $"per 10,000 {inside}"],
            TransformKind.PerMillion => language[$"按每100万{denominator?.Unit}{name}折算", $"per million {inside}"],
            TransformKind.Spread => language[$"减去{name}，以基点计", $"minus {inside}, in basis points"],
            _ => Of(transform.Kind, language),
        };
    }

    private static string Exchange(string currency, bool isStock, Language language) => isStock
        ? language[$"{currency}按期末汇率折算人民币", $"{currency} into yuan at the rate of the period's end"]
        : language[$"{currency}按期平均汇率折算人民币", $"{currency} into yuan at the period's average rate"];
}
