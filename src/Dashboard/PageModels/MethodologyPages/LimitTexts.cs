using System.Collections.Immutable;
using Indices.Methodology;

namespace Dashboard.PageModels.MethodologyPages;

/// <summary>What an index is not, so that nobody reads it as such.</summary>
public static class LimitTexts
{
    public static ImmutableArray<string> Of(IndexMethodology methodology, Language language) =>
    [
        .. methodology.IsPrice ? Price(methodology.Price!, language) : Composite(methodology, language),
        language[
            "不是参考利率，也不是交易基准：指数仅供统计参考，不得用作金融合同的参考利率或基准。",
            "Not a reference rate and not a benchmark: the index is a statistic and is not to be used in financial contracts."],
    ];

    private static IEnumerable<string> Composite(IndexMethodology methodology, Language language)
    {
        yield return language[
            "不是活动的百分比：指数升 1 点，不等于活动增加 1%。",
            "Not a percentage of activity: one index point is not one percent more activity."];
        if (Amplitude(methodology, language) is { } amplitude)
            yield return amplitude;
        yield return language[
            "各指数的量表互不相同：不同指数之间比较高低没有意义，只能看同一指数随时间的变化。",
            "Every index has a scale of its own: comparing the levels of two indices means nothing; the change of one over time does."];
    }

    /// <summary>How much growth in every indicator set on its own base would move the scores, by the file's own numbers.</summary>
    private static string? Amplitude(IndexMethodology methodology, Language language)
    {
        var own = methodology.Root.Indicators
            .Where(i => i is { Scale: GoalpostScale.Linear, Direction: Direction.Positive, Worst.BaseMultiple: not null, Best.BaseMultiple: not null })
            .GroupBy(i => (Worst: i.Worst.BaseMultiple!.Value, Best: i.Best.BaseMultiple!.Value))
            .OrderByDescending(g => g.Count()).FirstOrDefault()?.Key;
        if (own is not { } goalposts)
            return null;
        var points = Figures.Number(methodology.Normalisation.B * 0.1 / (goalposts.Best - goalposts.Worst), 1);
        var (worst, best) = (Figures.Shortest(goalposts.Worst), Figures.Shortest(goalposts.Best));
        return language[
            $"指数的幅度是约定的，由量表和标杆值决定：例如标杆为基期 {worst} 倍至 {best} 倍的指标，数值比基期增加 10%，得分提高 {points} 分。",
            $"The amplitude is a convention of scale and goalposts: an indicator with goalposts at {worst} and {best} times its base, for example, scores {points} points more when it grows by 10% of the base."];
    }

    private static IEnumerable<string> Price(PriceRules price, Language language)
    {
        yield return language[
            "指数下降表示资金更便宜。一个指数点不是一个基点，也不是一个百分点。",
            "A lower index means cheaper money. One index point is neither a basis point nor a percentage point."];
        yield return language[
            "不是平均利率：平均利率随成交结构变动，指数固定结构，只反映价格本身的变动。",
            "Not an average rate: that moves with the mix of deals; the index fixes the mix and shows the price alone."];
        yield return language[
            $"不含单笔成交的信息：不足 {price.Disclosure.MinimumDeals} 笔、{price.Disclosure.MinimumEntities} 家的时期不公布，分项也受同样的披露控制。",
            $"No single deal can be read from it: periods of fewer than {price.Disclosure.MinimumDeals} deals or {price.Disclosure.MinimumEntities} users are withheld, and groups pass the same control."];
    }
}
