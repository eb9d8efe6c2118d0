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
    [InlineData("kind: count\n", "kind: share\n", 25, "“kind”的“share”不是下列之一：level, count, count_small, around, growth。 'kind': 'share' is not one of level, count, count_small, around, growth.")]
    [InlineData("value: 2500", "value: 两千五", 20, "“value”的“两千五”不是数字。 'value': '两千五' is not a number.")]
    [InlineData("path_ratio_below: 0.9", "path_ratio_below: 1.1", 7, "红色门槛高于绿色门槛。 The thresholds for red lie above those for green.")]
    [InlineData("to: 2026-02-28", "to: 2022-02-28", 4, "有效期的“to”早于“from”。 The validity ends before it begins.")]
    [InlineData("deadline: 2025-12-31", "deadline: 2025", 3, "“deadline”的“2025”不是日期（2025-12-31）。 'deadline': '2025' is not a date such as 2025-12-31.")]
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

    private static TargetSet Parse(string text) => TargetFile.Parse("t.yaml", text, Policy, s_catalogue);
}
