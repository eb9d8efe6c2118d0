using System.Collections.Immutable;
using Indices.Methodology;
using Indices.Time;

namespace Dashboard.PageModels.MethodologyPages;

/// <summary>Single rules of a methodology in words, with every number as the file has it.</summary>
public static class RuleWords
{
    public static string Of(Frequency frequency, Language language) => frequency switch
    {
        Frequency.Annual => language["年度", "annual"],
        Frequency.Quarterly => language["季度", "quarterly"],
        _ => language["月度", "monthly"],
    };

    /// <summary>3个月, 2个季度, 1年.</summary>
    public static string Periods(int count, Frequency frequency, Language language) => frequency switch
    {
        Frequency.Annual => language[$"{count}年", count == 1 ? "1 year" : $"{count} years"],
        Frequency.Quarterly => language[$"{count}个季度", count == 1 ? "1 quarter" : $"{count} quarters"],
        _ => language[$"{count}个月", count == 1 ? "1 month" : $"{count} months"],
    };

    /// <summary>Frequency of the index, and of the estimates between its periods where there are any.</summary>
    public static string Frequencies(IndexMethodology methodology, Language language) => Of(methodology.Frequency, language)
        + (methodology.Price?.CollectionFrequency is not { } collected ? "" : language[
            $"；成交按{Of(collected, language)}收集，期间另作{Of(collected, language)}估计", $"; deals are collected {Of(collected, language)}, with {Of(collected, language)} estimates between"]);

    public static string Of(Aggregation aggregation, Language language) => aggregation.Power switch
    {
        1.0 => language["加权算术平均", "weighted arithmetic mean"],
        0.0 => language["加权几何平均", "weighted geometric mean"],
        -1.0 => language["加权调和平均", "weighted harmonic mean"],
        var power => language[$"加权广义平均（幂次 {Figures.Shortest(power)}）", $"weighted generalised mean of power {Figures.Shortest(power)}"],
    };

    /// <summary>Frequency, goalposts and ranks of the district edition; a dash where there is none.</summary>
    public static string Of(DistrictRule? rule, Language language) => rule is null ? "–" : language[
        $"{Of(rule.Frequency, language)}；共同标杆取{Figures.PeriodName(rule.GoalpostPeriod, language)}各地区最小值与最大值，两端各放宽极差的 {Figures.ExactShare(rule.Widening)}；{(rule.AreRanksPublished ? "公布名次" : "不公布名次")}",
        $"{Of(rule.Frequency, language)}; common goalposts from the least and greatest value of {Figures.PeriodName(rule.GoalpostPeriod, language)}, each end widened by {Figures.ExactShare(rule.Widening)} of the range; ranks are {(rule.AreRanksPublished ? "published" : "not published")}"];

    public static string Of(MethodologyStatus? status, Language language) => status switch
    {
        MethodologyStatus.Draft => language["草案，征求意见", "draft for review"],
        MethodologyStatus.Adopted => language["已采用", "adopted"],
        _ => "–",
    };

    public static string Base(BaseRule? rule, Frequency frequency, Language language) => rule is null
        ? language["无基期，数值即合成结果本身", "no base period; the value is the aggregate itself"]
        : BaseValue(rule, frequency, language) + (rule.Fallback is not { } fallback ? "" : language[
            $"；若该期有成交的样本格占权重不足 {Figures.ExactShare(fallback.BelowCoverage)}，则以{Figures.PeriodName(fallback.Period, language)}为基期",
            $"; {Figures.PeriodName(fallback.Period, language)} instead if cells with deals then carry less than {Figures.ExactShare(fallback.BelowCoverage)} of weight"]);

    private static string BaseValue(BaseRule rule, Frequency frequency, Language language) => rule.In(frequency).Take(2).Count() == 1
        ? $"{BasePeriod(rule, language)} = {Figures.Shortest(rule.Value)}"
        : language[
            $"{BasePeriod(rule, language)}各期的平均＝{Figures.Shortest(rule.Value)}",
            $"mean of the periods of {BasePeriod(rule, language)} = {Figures.Shortest(rule.Value)}"];

    /// <summary>2022年, or the first and the last of several periods.</summary>
    public static string BasePeriod(BaseRule rule, Language language) => rule.Count == 1
        ? Figures.PeriodName(rule.Period, language)
        : language[
            $"{Figures.PeriodName(rule.Period, language)}至{Figures.PeriodName(rule.LastPeriod, language)}",
            $"{Figures.PeriodName(rule.Period, language)} to {Figures.PeriodName(rule.LastPeriod, language)}"];

    public static string Of(Normalisation n, Language language) =>
        $"S = {Figures.Shortest(n.A)} + {Figures.Shortest(n.B)} × g{Limits(n, language)}";

    public static string Of(CoverageRule rule, Language language) => language[
        $"有数据（含未到期）的指标的有效权重合计不低于 {Figures.ExactShare(rule.IndexMinimum)}，且每个分项不低于 {Figures.ExactShare(rule.PillarMinimum)}；低于 {Figures.ExactShare(rule.LowReliabilityBelow)} 时标注“可靠性低”。比较的容差为 {Figures.Shortest(rule.Epsilon)}。",
        $"Indicators with data (or not yet due) must carry at least {Figures.ExactShare(rule.IndexMinimum)} of effective weight, and {Figures.ExactShare(rule.PillarMinimum)} in each group; below {Figures.ExactShare(rule.LowReliabilityBelow)} the value is flagged as of low reliability. Compared with a tolerance of {Figures.Shortest(rule.Epsilon)}."];

    public static string Of(Rounding rounding, Language language) => language[
        $"公布值保留 {rounding.Index} 位小数，由未舍入的数一次四舍五入（恰为一半时向远离零的方向进位）；贡献保留 {rounding.Contribution} 位小数，用最大余额法使各项之和等于公布的变化。",
        $"Published values have {rounding.Index} decimals, rounded once from the unrounded number, half away from zero; contributions have {rounding.Contribution} decimals, rounded by largest remainder so that they add up to the published change."];

    public static string Revision(int openWindow, int? annualPart, Frequency frequency, Language language)
    {
        var annual = annualPart is not { } part ? "" : language[
            $"{Part(part, frequency, language)}的发布另外重开上一整年。", $" The release of {Part(part, frequency, language)} reopens the whole year before."];
        return language[
            $"每次发布重算最近 {Periods(openWindow, frequency, language)}，更早的各期不再改动。{annual}编制差错另行更正并公告。",
            $"Every release computes the newest {Periods(openWindow, frequency, language)} anew; earlier periods stay.{annual} Errors of ours are corrected and announced."];
    }

    public static string Of(ReleaseRule? rule, Language language)
    {
        if (rule is null)
            return language["不由本平台发布", "not released by this platform"];
        var last = rule.LagDaysLastQuarter is { } days ? language[$"（第四季度为 {days} 天）", $" ({days} after a fourth quarter)"] : "";
        var zone = rule.TimeZone == OfficeClock.Zone.Id ? language["北京时间", "Beijing time"] : rule.TimeZone;
        return language[
            $"期末后 {rule.LagDays} 天{last}，{zone} {rule.Time:HH:mm} 发布；遇非工作日顺延到下一个工作日。",
            $"{rule.LagDays} days after the end of the period{last} at {rule.Time:HH:mm} {zone}; on the following working day where that is none."];
    }

    public static string Of(DisclosureRule rule, Language language) => language[
        $"至少 {rule.MinimumDeals} 笔成交、{rule.MinimumEntities} 家资金使用方；最大一家的份额不超过 {Figures.ExactShare(rule.Top1Maximum)}，最大两家合计不超过 {Figures.ExactShare(rule.Top2Maximum)}。",
        $"At least {rule.MinimumDeals} deals of {rule.MinimumEntities} users of funds; the largest user at most {Figures.ExactShare(rule.Top1Maximum)} of the amount, the two largest at most {Figures.ExactShare(rule.Top2Maximum)}."];

    public static string Of(HedonicRule rule, Language language) => language[
        $"连续 {rule.WindowQuarters} 个季度的窗口内满 {rule.MinimumDeals} 笔成交时，用回归检验分层是否足够，标准成交的期限为 {rule.StandardTenorYears} 年，控制{string.Join("、", rule.Regressors.Select(r => Of(r, language)))}。结果只作检验，不是总指数。",
        $"With {rule.MinimumDeals} deals in a window of {rule.WindowQuarters} quarters a regression checks the strata, for a standard deal of {rule.StandardTenorYears} years, corrected for {string.Join(", ", rule.Regressors.Select(r => Of(r, language)))}. It is a check and not the headline."];

    public static string Clauses(ImmutableArray<int> clauses, Language language) => clauses.IsEmpty
        ? "–"
        : language[$"第{string.Join("、", clauses)}条", $"{(clauses.Length == 1 ? "clause" : "clauses")} {string.Join(", ", clauses)}"];

    private static string Of(HedonicRegressor regressor, Language language) => regressor switch
    {
        HedonicRegressor.Tenor => language["期限", "tenor"],
        HedonicRegressor.Rating => language["评级", "rating"],
        HedonicRegressor.Product => language["产品", "product"],
        HedonicRegressor.Amount => language["金额", "amount"],
        _ => language["行业", "industry"],
    };

    private static string Limits(Normalisation n, Language language) => (n.GMin, n.GMax) switch
    {
        (null, null) => "",
        ({ } low, { } high) => language[$"（g 限于 {Figures.Shortest(low)} 至 {Figures.Shortest(high)}）", $" (g limited to {Figures.Shortest(low)} … {Figures.Shortest(high)})"],
        ({ } low, _) => language[$"（g 不低于 {Figures.Shortest(low)}）", $" (g at least {Figures.Shortest(low)})"],
        (_, { } high) => language[$"（g 不高于 {Figures.Shortest(high)}）", $" (g at most {Figures.Shortest(high)})"],
    };

    private static string Part(int part, Frequency frequency, Language language) => frequency switch
    {
        Frequency.Annual => language["每年", "every year"],
        Frequency.Quarterly => language[$"第{"一二三四"[part - 1]}季度", $"Q{part}"],
        _ => language[$"{part}月", new DateOnly(2000, part, 1).ToString("MMMM", System.Globalization.CultureInfo.InvariantCulture)],
    };
}
