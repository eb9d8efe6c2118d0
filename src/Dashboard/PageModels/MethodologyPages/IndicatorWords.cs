using Indices.Methodology;

namespace Dashboard.PageModels.MethodologyPages;

/// <summary>Single properties of an indicator in words.</summary>
public static class IndicatorWords
{
    /// <summary>A unit standing by itself: a count is a number.</summary>
    public static string Unit(string unit, Language language) =>
        Figures.UnitName(unit, language) is { Length: > 0 } name ? name : language["–", unit.Length > 0 ? "number" : "–"];

    public static string Kind(bool isStock, Language language) => isStock ? language["时点值", "stock"] : language["流量", "flow"];

    public static string Of(Direction direction, Language language) => direction == Direction.Positive
        ? language["正向，越大越好", "positive: more is better"]
        : language["逆向，越小越好", "negative: less is better"];

    public static string Of(GoalpostScale scale, Language language) =>
        scale == GoalpostScale.Log ? language["对数标度", "log scale"] : language["线性标度", "linear scale"];

    /// <summary>40, or 0.5 × the mean of the base period.</summary>
    public static string Of(Goalpost goalpost, BaseRule? rule, Language language) => goalpost switch
    {
        { Number: { } number } => Figures.Shortest(number),
        { BaseMultiple: { } multiple } when rule is not null => language[
            $"{Figures.Shortest(multiple)} × {RuleWords.BasePeriod(rule, language)}平均值",
            $"{Figures.Shortest(multiple)} × mean of {RuleWords.BasePeriod(rule, language)}"],
        { BaseMultiple: { } multiple } => language[$"{Figures.Shortest(multiple)} × 基期", $"{Figures.Shortest(multiple)} × base"],
        _ => "–",
    };

    public static string Of(Alignment alignment, Language language) => alignment switch
    {
        Alignment.StepRelease => language["在指数的各期沿用当时已知的最新值，以后到达的数不改写历史", "each period of the index holds the newest value known then; the past is not restated when a value arrives"],
        Alignment.StepReference => language["一年的数属于该年各期；公布之前用上一年的数代替并标注估计", "a year's value belongs to its periods; until it is known that of the year before stands in, marked as estimated"],
        _ => language["与指数同频率", "same frequency as the index"],
    };

    public static string Agency(string code, Catalogue catalogue, Language language) =>
        catalogue.Agencies.FirstOrDefault(a => a.Code == code)?.Name.In(language.IsEnglish) ?? (code.Length > 0 ? code : "–");

    public static string CarryForward(Indicator indicator, Language language) => indicator.CarryForwardLimit == 0
        ? language["不沿用", "not carried forward"]
        : language[
            $"最多沿用 {RuleWords.Periods(indicator.CarryForwardLimit, indicator.Frequency, language)}",
            $"carried forward up to {RuleWords.Periods(indicator.CarryForwardLimit, indicator.Frequency, language)}"];

    public static string DueLag(int days, Language language) => language[$"期末后 {days} 天到期", $"due {days} days after the period"];

    public static string Growth(Indicator indicator, Language language) => !indicator.Transforms.Any(t => t.Kind == TransformKind.YearOnYear)
        ? ""
        : indicator.YearOnYearIsPublished
            ? language["采用来源发布的可比口径增速", "growth as published at comparable scope"]
            : language["由数值计算", "growth computed from the values"];

    /// <summary>How well the data can be had (methodology, evidence marks).</summary>
    public static string Grade(string? grade, Language language) => grade switch
    {
        "A" => language["市级已有公布或登记统计", "a published or registry statistic exists at city level"],
        "B" => language["有行政记录，需数据协议，多数须另出本市口径", "administrative data exist but need a data agreement and usually a breakdown for the city"],
        "C" => language["需调查或购买数据", "survey or licensed data are needed"],
        _ => grade ?? "–",
    };
}
