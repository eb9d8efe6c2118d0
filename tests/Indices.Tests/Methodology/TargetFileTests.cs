using Indices.Methodology;
using Xunit;

namespace Indices.Tests.Methodology;

public sealed class TargetFileTests
{
    private const string Policy = "第一条\n 实现增加值突破\n3000　亿元；机构超\t300家。";

    private const string Good =
        """
        source_document: 样例〔2023〕1号
        sentence_full: 实现增加值突破3000亿元；机构超300家。
        deadline: 2025-12-31
        document_validity: {from: 2023-03-01, to: 2026-02-28}
        rag:
          green: {path_ratio_min: 1, p_min: 0.7}
          red: {path_ratio_below: 0.9, p_below: 0.3}
          no_forecast_green_path_ratio_min: 1.02
        targets:
        - code: T1-VALUE
          name_zh: 增加值
          unit: 亿元
          kind: level
          operator: gt
          target: 3000
          sentence: 实现增加值突破3000亿元
          stock_flow: flow
          freq: Q
          source_agency: AG
          baseline: {period: 2022, value: 2500}
          path: geometric
        - code: T2-COUNT
          name_zh: 机构
          unit: 家
          kind: count
          operator: gt
          target: 300
          min_pass: 301
          sentence: 机构超300家
          stock_flow: stock
          freq: Q
          source_agency: AG
          baseline: {period: 2022, status: to_be_loaded}
          path: linear
        """;

    private static readonly Catalogue s_catalogue = new([], [new Agency("AG", new("样例局", null))], [], "");

    [Fact]
    public void Parse_SentenceBrokenOverLines_IsFoundInTheDocument()
    {
        var set = Parse(Good);
        Assert.Equal([2500.0, null], set.Targets.Select(t => t.Baseline.Value));
        Assert.Equal([null, 301.0], set.Targets.Select(t => t.MinimumPass));
    }

    [Theory]
    [InlineData("sentence: 机构超300家", "sentence: 机构超400家", 29, "文件原文中没有这句话：机构超400家 This sentence is not in the document: 机构超400家")]
    [InlineData("300家。", "300家！", 2, "文件原文中没有这句话：实现增加值突破3000亿元；机构超300家！ This sentence is not in the document: 实现增加值突破3000亿元；机构超300家！")]
    [InlineData("min_pass: 301", "min_pass: 300", 28, "“min_pass”应为 301。 'min_pass' must be 301.")]
    [InlineData("code: T2-COUNT", "code: T1-VALUE", 22, "代码“T1-VALUE”重复，第 10 行已有。 Code 'T1-VALUE' is used twice; line 10 has it already.")]
    [InlineData("kind: level", "kind: around", 14, "around 的目标用 around 比较，其他目标不用。 A target of kind around compares by around, and no other does.")]
    [InlineData("kind: level", "kind: growth", 10, "增长目标应列出目标年份。 A growth target must list its years.")]
    [InlineData("kind: count\n", "kind: share\n", 25, "“kind”的“share”不是下列之一：level, count, count_small, around, growth, rank。 'kind': 'share' is not one of level, count, count_small, around, growth, rank.")]
    [InlineData("value: 2500", "value: 两千五", 20, "“value”的“两千五”不是数字。 'value': '两千五' is not a number.")]
    [InlineData("path_ratio_below: 0.9", "path_ratio_below: 1.1", 7, "红色门槛高于绿色门槛。 The thresholds for red lie above those for green.")]
    [InlineData("to: 2026-02-28", "to: 2022-02-28", 4, "有效期的“to”早于“from”。 The validity ends before it begins.")]
    [InlineData("deadline: 2025-12-31", "deadline: 2025", 3, "“deadline”的“2025”不是日期（2025-12-31）。 'deadline': '2025' is not a date such as 2025-12-31.")]
    [InlineData("kind: level", "kind: rank", 14, "名次目标用 le 比较：名次越小越好。 A rank compares by le: the smaller, the better.")]
    [InlineData("deadline: 2025-12-31", "deadline: 2025-12-31\ninterval: 90", 4, "“interval”的“90”不是大于 0 小于 1 的数。 'interval': '90' is not a number above 0 and below 1.")]
    [InlineData("deadline: 2025-12-31", "deadline: 2025-12-31\nforecast: {changes_min: 1}", 4, "“changes_min”的“1”不是不小于 2 的整数。 'changes_min': '1' is not a whole number, 2 or more.")]
    [InlineData("red: {", "around: {red_gap_above: twice}\n  red: {", 7, "“red_gap_above”的“twice”不是容差的倍数（tolerance、2 x tolerance）。 'red_gap_above': 'twice' is not a multiple of the tolerance such as 2 x tolerance.")]
    [InlineData("red: {", "around: {green_gap_max: 3 x tolerance}\n  red: {", 8, "红色门槛高于绿色门槛。 The thresholds for red lie above those for green.")]
    [InlineData("min_pass: 301", "min_pass: 301\n  forecast: guess", 29, "“forecast”的“guess”不是下列之一：gamma_poisson, gamma_poisson_new_listings, net_births_random_walk。 'forecast': 'guess' is not one of gamma_poisson, gamma_poisson_new_listings, net_births_random_walk.")]
    [InlineData("min_pass: 301", "min_pass: 301\n  target_time: soon", 29, "“target_time”的“soon”不是日期或期间（2025-12-31、2025）。 'target_time': 'soon' is not a date or a period such as 2025-12-31 or 2025.")]
    [InlineData("path: linear", "path: linear\n  weight: 1", 35, "未知的键“weight”。 Unknown key 'weight'.")]
    public void Parse_BadFile_IsRefusedWithFileLineAndReason(string old, string bad, int line, string reason)
    {
        var refusal = Assert.Throws<MethodologyFileException>(() => Parse(Refusal.Spoil(Good, old, bad)));
        Assert.Contains($"t.yaml:{line}: {reason}", refusal.Message.Split(Environment.NewLine));
    }

    [Fact]
    public void Parse_UnknownAgency_IsRefused()
    {
        var refusal = Assert.Throws<MethodologyFileException>(() => TargetFile.Parse("t.yaml", Good, Policy, s_catalogue with { Agencies = [] }));
        Assert.Equal([19, 32], refusal.Faults.Select(f => f.Line));
        Assert.Equal("Agency 'AG' is not in the catalogue.", refusal.Faults[0].English);
    }

    [Fact]
    public void Parse_WithoutTheDocumentAndTheCatalogue_TakesQuotationsAndAgenciesAsTheyAre() =>
        Assert.Equal(2, TargetFile.Parse("t.yaml", Good, null, null).Targets.Length);

    [Fact]
    public void Parse_NothingSaidOfForecasts_TakesTheDocumentedDefaults()
    {
        var set = Parse(Good);

        Assert.Equal(new ForecastRules(0.9, 3, 18, 0.5, 3), set.Forecast);
        Assert.Equal((1.0, 2.0), (set.Rating.GreenGap, set.Rating.RedGap));
        Assert.Equal([45, 45], set.Targets.Select(t => t.DueLagDays));
        Assert.All(set.Targets, t => Assert.Null(t.OwnDeadline));
    }

    [Fact]
    public void Parse_EverythingSaidOfForecasts_IsRead()
    {
        var set = Parse(Good
            .Replace("deadline: 2025-12-31", "deadline: 2025-12-31\ninterval: 0.8\nforecast: {changes_min: 4, half_life_months: 24, prior_events: 1, share_years: 5}", StringComparison.Ordinal)
            .Replace("  no_forecast", "  around: {green_gap_max: 0.5 x tolerance, red_gap_above: 3 x tolerance}\n  no_forecast", StringComparison.Ordinal)
            .Replace("min_pass: 301", "min_pass: 301\n  forecast: net_births_random_walk\n  target_time: 2024\n  events_indicator: NEW", StringComparison.Ordinal)
            .Replace("path: geometric", "path: geometric\n  alternate_reading: cumulative since 2023-01-01", StringComparison.Ordinal));

        Assert.Equal(new ForecastRules(0.8, 4, 24, 1, 5), set.Forecast);
        Assert.Equal((0.5, 3.0), (set.Rating.GreenGap, set.Rating.RedGap));
        var (level, count) = (set.Targets[0], set.Targets[1]);
        Assert.Equal(new DateOnly(2023, 1, 1), level.CumulatedSince);
        Assert.Equal((false, new DateOnly(2024, 12, 31), "NEW"), (count.IsCumulative, count.OwnDeadline, count.Events));
        Assert.Equal(["T2-COUNT", "NEW"], count.SeriesCodes);
    }

    private static TargetSet Parse(string text) => TargetFile.Parse("t.yaml", text, Policy, s_catalogue);
}
