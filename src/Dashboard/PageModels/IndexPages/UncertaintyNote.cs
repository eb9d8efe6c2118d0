using System.Collections.Immutable;
using Indices.Calculation.Uncertainty;
using Indices.Methodology;
using Indices.Releases;

namespace Dashboard.PageModels.IndexPages;

/// <summary>What method and data leave open about the value of a release, in words (methodology, section 12).</summary>
/// <param name="Badge">方向不确定 when the draws leave the direction open; otherwise null.</param>
/// <param name="Sources">What the draws differ by most; empty when nothing was told apart.</param>
public sealed record UncertaintyNote(string? Badge, ImmutableArray<Fact> Facts, ImmutableArray<string> Sources)
{
    // Below this share of variance a group of inputs is not worth a reader's time.
    private const double Notable = 0.05;

    /// <returns>Null for a release without draws.</returns>
    public static UncertaintyNote? Of(ReleaseContent content, IndexMethodology methodology, Language language)
    {
        if (content.Uncertainty is not { } drawn)
            return null;
        var rule = methodology.Uncertainty ?? new();
        var decimals = methodology.Rounding.Index;
        return new(
            IsDirectionUnclear(content, methodology) == true ? language["方向不确定", "direction uncertain"] : null,
            [.. FactsOf(drawn, rule, decimals, language)],
            [.. drawn.Sensitivity.Select(table => Source(table, language)).OfType<string>()]);
    }

    /// <summary>Whether the draws leave the direction of change open; null when there are none, or no period before.</summary>
    public static bool? IsDirectionUnclear(ReleaseContent content, IndexMethodology methodology) =>
        content.Uncertainty is { } drawn ? (methodology.Uncertainty ?? new()).IsUnclear(drawn.Published.ProbabilityOfRise) : null;

    /// <summary>The badge of the headline: 方向不确定 or 稳健.</summary>
    public static string? BadgeOf(ReleaseContent content, IndexMethodology methodology, Language language) => IsDirectionUnclear(content, methodology) switch
    {
        true => language["方向不确定", "direction uncertain"],
        false => language["方向稳健", "direction robust"],
        null => null,
    };

    private static IEnumerable<Fact> FactsOf(UncertaintyResult drawn, UncertaintyRule rule, int decimals, Language language)
    {
        var quantiles = language[
            $"（{Figures.ExactShare(rule.IntervalFrom)} 与 {Figures.ExactShare(rule.IntervalTo)} 分位数）",
            $" (quantiles {Figures.ExactShare(rule.IntervalFrom)} and {Figures.ExactShare(rule.IntervalTo)})"];
        yield return new(
            language["不确定区间", "Interval"],
            Range(drawn.Published.Index, Figures.Number, decimals, language) + quantiles
            + language["。这是方法和数据的不确定区间，不是抽样置信区间。", ". It is an interval of method and data, not a sampling confidence interval."]);
        if (drawn is { Previous: { } previous, Published: { Change: { } change, ProbabilityOfRise: { } probability } })
        {
            var period = Figures.PeriodName(previous, language);
            yield return new(
                language["上升的概率", "Probability of a rise"],
                Probability(probability, language) + language[$"（较{period}）", $" (since {period})"]);
            yield return new(language["变动的区间", "Interval of the change"], Range(change, Figures.Change, decimals, language));
        }
        if (drawn.Matched is { } matched)
            yield return new(
                language["换用其他标准化", "Other normalisations"],
                Range(matched.Index, Figures.Number, decimals, language) + language["，波动幅度已调至可比。", ", brought to the same amplitude."]);
    }

    private static string Range(UncertaintyDistribution of, Func<double, int, string> number, int decimals, Language language) =>
        language[$"{number(of.Lower, decimals)} 至 {number(of.Upper, decimals)}", $"{number(of.Lower, decimals)} to {number(of.Upper, decimals)}"];

    /// <summary>Draws that all agree do not make a thing certain.</summary>
    private static string Probability(double probability, Language language) => probability switch
    {
        < 0.001 => language["低于 0.1%", "below 0.1%"],
        > 0.999 => language["高于 99.9%", "above 99.9%"],
        _ => Figures.Share(probability),
    };

    /// <summary>The groups that take part in most of the variance, greatest first. An estimate can lie a little above the whole.</summary>
    private static string? Source(SobolTable table, Language language)
    {
        var sources = table.Rows.Where(row => row.Estimate.Total >= Notable).OrderByDescending(row => row.Estimate.Total).Take(3)
            .Select(row => $"{UncertaintyWords.Of(row.Group, language)} {Figures.Share(Math.Min(row.Estimate.Total, 1.0))}").ToArray();
        if (sources.Length == 0)
            return null;
        var list = string.Join(language["、", ", "], sources);
        return table.Output == UncertainOutput.Index
            ? language[$"换用各种方法时，数值的差异主要来自：{list}（各自参与的方差份额，可重叠）。", $"Across methods, the value differs mostly by: {list} (share of variance that each takes part in; shares overlap)."]
            : language[$"变动的差异主要来自：{list}。", $"The change differs mostly by: {list}."];
    }
}
