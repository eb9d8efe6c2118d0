using System.Collections.Immutable;
using Dashboard.PageModels.IndexPages;
using Indices.Methodology;

namespace Dashboard.PageModels.MethodologyPages;

/// <summary>How far method and data leave the newest value open, in words (methodology, section 12).</summary>
public static class UncertaintyFacts
{
    public static ImmutableArray<Fact> All(UncertaintyRule? rule, Language language) => rule is null ? [] :
    [
        new(language["做法", "How"], language[
            $"对最新一期及其变动作蒙特卡洛分析，抽取 {Figures.Shortest(rule.Draws)} 组方法与数据。得到的是方法和数据的不确定区间，不是抽样置信区间。",
            $"Monte Carlo over method and data for the newest value and its change, {Figures.Shortest(rule.Draws)} draws. What comes out is an interval of method and data, not a sampling confidence interval."]),
        new(language["权重", "Weights"], language[
            $"每个权重乘以 {Figures.Shortest(rule.WeightFrom)} 至 {Figures.Shortest(rule.WeightTo)} 之间均匀分布的随机数，再使各层合计为 1。",
            $"Every weight times a uniform number between {Figures.Shortest(rule.WeightFrom)} and {Figures.Shortest(rule.WeightTo)}, renormalised at its level."]),
        new(language["标准化方案", "Normalisations"], Listed(rule.Normalisations, v => Of(v, rule, language), language)),
        new(language["合成方案", "Aggregations"], Listed(rule.Aggregations, v => Of(v, language), language)),
        new(language["插补方案", "Imputations"], Listed(rule.Imputations, v => Of(v, language), language)),
        new(language["修订误差", "Revision errors"], language["按可得性等级的相对标准差：", "relative standard deviation by availability grade: "]
            + string.Join(language["，", ", "], rule.RevisionSigmas.OrderBy(s => s.Key, StringComparer.Ordinal).Select(s => $"{s.Key} {Figures.ExactShare(s.Value)}"))),
        new(language["区间", "Interval"], language[
            $"{Figures.ExactShare(rule.IntervalFrom)} 与 {Figures.ExactShare(rule.IntervalTo)} 分位数，保持公布的标准化；已关闭的各期满 {rule.MatchedFrom} 期后，另给出幅度可比的其他标准化。",
            $"Quantiles {Figures.ExactShare(rule.IntervalFrom)} and {Figures.ExactShare(rule.IntervalTo)} under the published normalisation; once {rule.MatchedFrom} periods are closed, other normalisations at the published amplitude beside it."]),
        new(language["方向", "Direction"], language[
            $"指数上升的概率在 {Figures.ExactShare(rule.UnclearFrom)} 至 {Figures.ExactShare(rule.UnclearTo)} 之间时，方向不确定。",
            $"With a probability of a rise from {Figures.ExactShare(rule.UnclearFrom)} to {Figures.ExactShare(rule.UnclearTo)} the direction is uncertain."]),
        new(language["敏感性", "Sensitivity"], rule.Sensitivity.IsEmpty
            ? language["不计算", "not computed"]
            : Listed(rule.Sensitivity, v => UncertaintyWords.Of(v, language), language) + language[
                $"；界限由 {Figures.Shortest(rule.Resamples)} 次自助抽样得出", $"; bounds from {Figures.Shortest(rule.Resamples)} bootstrap resamples"]),
    ];

    private static string Listed<T>(ImmutableArray<T> items, Func<T, string> words, Language language) =>
        string.Join(language["；", "; "], items.Select(words));

    private static string Of(NormalisationVariant variant, UncertaintyRule rule, Language language) => variant switch
    {
        NormalisationVariant.Wider => language[$"幅度为 {Figures.Shortest(rule.WiderAmplitude)} 倍", $"{Figures.Shortest(rule.WiderAmplitude)} times the amplitude"],
        NormalisationVariant.Log => language["标杆值取对数", "logarithms of the goalposts"],
        NormalisationVariant.BaseRatio => language["与基期之比", "ratio to the base period"],
        _ => language["公布的标准化", "as published"],
    };

    private static string Of(AggregationVariant variant, Language language) => variant switch
    {
        AggregationVariant.Arithmetic => language["各层算术平均", "arithmetic at every level"],
        AggregationVariant.Geometric => language["各层几何平均", "geometric at every level"],
        _ => language["公布的合成", "as published"],
    };

    private static string Of(ImputationVariant variant, Language language) => variant switch
    {
        ImputationVariant.CarryForward => language["沿用", "carried forward"],
        ImputationVariant.ClassMean => language["随同组变动", "moved with siblings"],
        ImputationVariant.LinearTrend => language["线性趋势", "linear trend"],
        _ => language["公布的插补", "as published"],
    };
}
