using System.Collections.Immutable;
using Dashboard.PageModels.IndexPages;
using Indices.Methodology;
using Indices.Time;

namespace Dashboard.PageModels.MethodologyPages;

/// <summary>The rules of a methodology in sentences.</summary>
public static class RuleTexts
{
    public static ImmutableArray<Fact> All(IndexMethodology methodology, Language language) =>
    [
        new(language["现行版本", "Current version"], methodology.Version),
        new(language["频率", "Frequency"], Of(methodology.Frequency, language)),
        new(language["基期", "Base"], IndexCard.BaseText(methodology, language)),
        .. methodology.Price is { } price ? PriceRules(price, language) : CompositeRules(methodology, language),
        new(language["公布条件", "Publication gate"], Gate(methodology.Coverage, language)),
        new(language["取整", "Rounding"], language[
            $"公布值保留 {methodology.Rounding.Index} 位小数，四舍五入（远离零），只舍入一次；贡献表用最大余额法，使各项之和等于公布的变化。",
            $"Published values have {methodology.Rounding.Index} decimals, half away from zero, rounded once; contributions use the largest remainder so that they add up to the printed change."]),
        new(language["修订", "Revision"], language[
            $"最近 {methodology.OpenWindow} 期可修订；其余各期冻结。更正另行公告。",
            $"The newest {methodology.OpenWindow} periods may be revised, earlier ones are frozen. Corrections are announced."]),
        .. methodology.Release is { } release ? [new Fact(language["发布时间", "Release"], Of(release, language))] : ImmutableArray<Fact>.Empty,
    ];

    public static string Of(Frequency frequency, Language language) => frequency switch
    {
        Frequency.Annual => language["年度", "annual"],
        Frequency.Quarterly => language["季度", "quarterly"],
        _ => language["月度", "monthly"],
    };

    public static string Of(Aggregation aggregation, Language language) => aggregation.Power switch
    {
        1.0 => language["加权算术平均", "weighted arithmetic mean"],
        0.0 => language["加权几何平均", "weighted geometric mean"],
        -1.0 => language["加权调和平均", "weighted harmonic mean"],
        var power => language[$"加权广义平均（幂次 {Figures.Shortest(power)}）", $"weighted generalised mean of power {Figures.Shortest(power)}"],
    };

    private static ImmutableArray<Fact> CompositeRules(IndexMethodology methodology, Language language)
    {
        var n = methodology.Normalisation;
        return
        [
            new(language["标准化", "Scoring"], $"{Figures.Shortest(n.A)} + {Figures.Shortest(n.B)} × g{Limits(n, language)}; g = (f(x) − f(worst)) / (f(best) − f(worst))"),
            new(language["合成", "Aggregation"], Of(methodology.Root.Aggregation, language)),
            new(language["缺失数据", "Missing data"], language[
                "未到期不算缺失；缺失时先沿用上期，超过期限用同组均值代替。",
                "Not yet due is not missing; a missing value is carried forward, and after its limit the mean of its group stands in."]),
        ];
    }

    private static string Limits(Normalisation n, Language language) => (n.GMin, n.GMax) switch
    {
        (null, null) => "",
        ({ } low, { } high) => language[$"（g 限于 {Figures.Shortest(low)} 至 {Figures.Shortest(high)}）", $" (g limited to {Figures.Shortest(low)} … {Figures.Shortest(high)})"],
        ({ } low, _) => language[$"（g 不低于 {Figures.Shortest(low)}）", $" (g at least {Figures.Shortest(low)})"],
        (_, { } high) => language[$"（g 不高于 {Figures.Shortest(high)}）", $" (g at most {Figures.Shortest(high)})"],
    };

    private static ImmutableArray<Fact> PriceRules(PriceRules price, Language language) =>
    [
        new(language["价格", "Price"], language["资金使用方的全部年化实际成本（现金流内部收益率），按提款定价日计。", "All-in annual effective cost to the user of funds (internal rate of return), at the pricing date of the drawdown."]),
        new(language["公式", "Formula"], language["逐年链接的 Lowe 指数，年内权重固定。", "Annually chained Lowe index with weights fixed within the year."]),
        new(language["空格处理", "Empty cells"], language[
            $"随同类样本格变动插补，最多连续 {price.MaximumImputations} 期，其后停用至下次链接。",
            $"Imputed with the movement of matched cells, up to {price.MaximumImputations} periods in a row, then dormant until the next link."]),
        new(language["保密规则", "Disclosure control"], language[
            $"至少 {price.Disclosure.MinimumDeals} 笔、{price.Disclosure.MinimumEntities} 家资金使用方，最大一家不超过 {Figures.Share(price.Disclosure.Top1Maximum)}，最大两家不超过 {Figures.Share(price.Disclosure.Top2Maximum)}。",
            $"At least {price.Disclosure.MinimumDeals} deals of {price.Disclosure.MinimumEntities} users of funds; the largest at most {Figures.Share(price.Disclosure.Top1Maximum)}, the two largest at most {Figures.Share(price.Disclosure.Top2Maximum)}."]),
    ];

    private static string Gate(CoverageRule rule, Language language) => language[
        $"覆盖率不低于 {Figures.Share(rule.IndexMinimum)}，且每个分项不低于 {Figures.Share(rule.PillarMinimum)}；低于 {Figures.Share(rule.LowReliabilityBelow)} 标注可靠性低。",
        $"Coverage of at least {Figures.Share(rule.IndexMinimum)}, and {Figures.Share(rule.PillarMinimum)} in each group; flagged below {Figures.Share(rule.LowReliabilityBelow)}."];

    private static string Of(ReleaseRule rule, Language language)
    {
        var last = rule.LagDaysLastQuarter is { } days ? language[$"（第四季度 {days} 日）", $" ({days} after a fourth quarter)"] : "";
        return language[
            $"期末后 {rule.LagDays} 日{last}，遇非工作日顺延，{rule.Time:HH:mm}。",
            $"{rule.LagDays} days after the period{last}, or the following working day, at {rule.Time:HH:mm}."];
    }
}
