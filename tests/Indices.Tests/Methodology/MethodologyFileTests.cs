using System.Collections.Immutable;
using Indices.Methodology;
using Indices.Time;
using Xunit;

namespace Indices.Tests.Methodology;

public sealed class MethodologyFileTests
{
    private const string Good =
        """
        code: XX
        version: 1.1.0
        replaces: 1.0.0
        link: {overlap: [2023-Q1, 2023-Q2]}
        effective_from: 2023-Q3
        name_zh: 样例
        freq: Q
        areas: ['990100']
        base: {period: 2022, value: 100}
        goalpost_rules: {R2: absolute}
        pillars:
        - code: P1
          weight: 0.6
          indicators:
          - code: I1
            source_agency: AG
            transform: [ttm_sum, ratio:ENT]
            goalpost_rule: R2
            worst: 5
            best: 25
            weight: 2/3
          - code: I2
            scale: log
            direction: negative
            worst: {base_multiple: 2}
            best: {base_multiple: 0.5}
            weight: 1/3
        - code: P2
          weight: 0.4
          aggregation: geometric
          pillars:
          - code: P3
            weight: 1
            indicators:
            - {code: I3, freq: A, align: step_reference, worst: 1, best: 2, weight: 0.25}
            - {code: I4, worst: 10, best: 2e1, weight: 0.75, cap_at_best: true, due_lag_days: 7}
        """;

    private static readonly Catalogue s_catalogue = new(
        [new Area("990100", new("样例市", null), true)],
        [new Agency("AG", new("样例局", null))],
        [new Denominator("ENT", new("经营主体", null), "户", Frequency.Quarterly, false)],
        "");

    [Fact]
    public void Parse_GoodFile_GivesTheTreeInFileOrder()
    {
        var index = Parse(Good);
        Assert.Equal(["P1", "P2", "P3"], index.Root.Groups.Select(g => g.Code));
        Assert.Equal(["I1", "I2", "I3", "I4"], index.Root.Indicators.Select(i => i.Code));
        Assert.Equal(
            [Aggregation.Geometric, Aggregation.Arithmetic, Aggregation.Geometric, Aggregation.Arithmetic],
            index.Root.Groups.Select(g => g.Aggregation).Prepend(index.Root.Aggregation));
        Assert.Equal(64, index.Sha256.Length);
    }

    [Fact]
    public void Parse_Aggregation_IsAName_OrAPower()
    {
        var text = Refusal.Spoil(Refusal.Spoil(Good, "goalpost_rules: {R2: absolute}\n", "goalpost_rules: {R2: absolute}\naggregation: {within_pillar: harmonic, across_pillars: {power: -0.5}}\n"),
            "aggregation: geometric", "aggregation: {power: 2}");
        var root = Parse(text).Root;
        Assert.Equal(
            [new(-0.5), Aggregation.Harmonic, new(2.0), Aggregation.Harmonic],
            root.Groups.Select(g => g.Aggregation).Prepend(root.Aggregation));
    }

    [Theory]
    [InlineData("base: {periods: [2022-Q3, 2022-Q4, 2023-Q1], value: 100, method: mean_of_periods}", "2022-Q3–2023-Q1", 3)]
    [InlineData("base: {periods: [2021, 2022], value: 100}", "2021–2022", 8)]
    [InlineData("base: {periods: [2022], value: 100}", "2022", 4)]
    public void Parse_BaseOfSeveralPeriods_IsTheirMean(string rule, string text, int quarters)
    {
        var parsed = Parse(Refusal.Spoil(Good, "base: {period: 2022, value: 100}", rule)).Base!;
        Assert.Equal((text, quarters), (parsed.ToString(), parsed.In(Frequency.Quarterly).Count()));
    }

    [Fact]
    public void Parse_Exchange_NeedsACatalogueThatKnowsTheCurrency()
    {
        var text = Refusal.Spoil(Good, "[ttm_sum, ratio:ENT]", "[fx:USD, ttm_sum]");
        Refusal.Is(() => Parse(text), "xx.yaml:17: 目录中没有货币“USD”。 Currency 'USD' is not in the catalogue.");
        Refusal.Is(() => MethodologyFile.Parse("xx.yaml", text, null), "xx.yaml:17: 换算货币“USD”须给出目录。 Converting currency 'USD' needs the catalogue.");
        var known = s_catalogue with { Currencies = [new Currency("USD", new("美元", null), "A", "E")] };
        Assert.Equal(
            [new Transform(TransformKind.Exchange, "USD"), new Transform(TransformKind.TtmSum)],
            MethodologyFile.Parse("xx.yaml", text, known).Root.Indicators.First().Transforms);
        Refusal.Is(() => MethodologyFile.Parse("xx.yaml", Refusal.Spoil(Good, "[ttm_sum, ratio:ENT]", "[ttm_sum, fx:USD]"), known),
            "xx.yaml:17: “fx”只能是第一个变换。 'fx' must be the first transform.");
    }

    [Fact]
    public void Parse_BareFile_TakesTheDefaultsOfTheMethodology()
    {
        var index = Parse("{code: X, version: 0.1.0, name_zh: 甲, freq: M, indicators: [{code: I, worst: 0, best: 1, weight: 1}]}");
        Assert.Equal((new Normalisation(60, 40, -1, 2), new CoverageRule(0.8, 0.5, 0.9, 1e-9)), (index.Normalisation, index.Coverage));
        Assert.Equal((13, null, new Rounding(2, 2)), (index.OpenWindow, index.AnnualWindowPart, index.Rounding));
        Assert.Equal((null, null, null, null, null), (index.Base, index.Release, index.Link, index.EffectiveFrom, index.Price));
        var indicator = Assert.Single(index.Root.Indicators);
        Assert.Equal((new LocalText("I", null), Frequency.Monthly, true, Direction.Positive), (indicator.Name, indicator.Frequency, indicator.IsStock, indicator.Direction));
        Assert.Equal((3, 0, Alignment.Native, GoalpostScale.Linear), (indicator.CarryForwardLimit, indicator.DueLagDays, indicator.Alignment, indicator.Scale));
        Assert.Equal(ImmutableArray.Create(new Transform(TransformKind.Level)), indicator.Transforms);
    }

    [Fact]
    public void Parse_WithoutCatalogue_ChecksNoReferences() =>
        Assert.Equal("ELSEWHERE", MethodologyFile.Parse(
            "f", Refusal.Spoil(Good, "source_agency: AG", "source_agency: ELSEWHERE"), null).Root.Indicators.First().SourceAgency);

    [Theory]
    [InlineData("freq: Q\n", "freq: Q\nfrequency: Q\n", 8, "未知的键“frequency”。 Unknown key 'frequency'.")]
    [InlineData("source_agency: AG", "agency: AG", 16, "未知的键“agency”。 Unknown key 'agency'.")]
    [InlineData("freq: Q\n", "", 1, "缺少必填的键“freq”。 Required key 'freq' is missing.")]
    [InlineData("name_zh: 样例", "name_zh: null", 6, "缺少必填的键“name_zh”。 Required key 'name_zh' is missing.")]
    [InlineData("    best: 25\n", "", 15, "缺少必填的键“best”。 Required key 'best' is missing.")]
    [InlineData("    weight: 2/3\n", "", 15, "缺少必填的键“weight”。 Required key 'weight' is missing.")]
    [InlineData("    best: 25\n", "    best: 25\n    best: 30\n", 21, "键“best”重复，第 20 行已有。 Key 'best' is given twice; line 20 has it already.")]
    [InlineData("weight: 2/3", "weight: 0.66", 14, "P1 下各项权重之和是 149/150，应为 1。 The weights under P1 sum to 149/150, not 1.")]
    [InlineData("weight: 0.6\n", "weight: 0.65\n", 11, "XX 下各项权重之和是 1.05，应为 1。 The weights under XX sum to 1.05, not 1.")]
    [InlineData("    weight: 1\n", "    weight: 0.9999999999999999999\n", 31, "P2 下各项权重之和是 0.9999999999999999999，应为 1。 The weights under P2 sum to 0.9999999999999999999, not 1.")]
    [InlineData("weight: 2/3", "weight: 2/0", 21, "“weight”的“2/0”不是权重（0.35 或 1/3）。 'weight': '2/0' is not a weight such as 0.35 or 1/3.")]
    [InlineData("weight: 2/3", "weight: -0.5", 21, "“weight”的“-0.5”不是权重（0.35 或 1/3）。 'weight': '-0.5' is not a weight such as 0.35 or 1/3.")]
    [InlineData("direction: negative", "direction: positive", 24, "方向 positive 与标杆值矛盾：worst ×2，best ×0.5。 Direction positive contradicts the goalposts: worst ×2, best ×0.5.")]
    [InlineData("best: 25\n", "best: 3\n", 15, "方向 positive 与标杆值矛盾：worst 5，best 3。 Direction positive contradicts the goalposts: worst 5, best 3.")]
    [InlineData("best: 25\n", "best: 5\n", 20, "“best”与“worst”相等。 'best' equals 'worst'.")]
    [InlineData("worst: 5\n", "worst: 0\n    scale: log\n", 19, "对数标度的“worst”应为正数。 'worst' must be positive on a log scale.")]
    [InlineData("{base_multiple: 0.5}", "{base_multiple: -0.5}", 26, "“base_multiple”的“-0.5”不是正数。 'base_multiple': '-0.5' is not a positive number.")]
    [InlineData("base: {period: 2022, value: 100}\n", "", 24, "“base_multiple”需要“base”。 'base_multiple' needs 'base'.")]
    [InlineData("- code: P2", "- code: I1", 28, "代码“I1”重复，第 15 行已有。 Code 'I1' is used twice; line 15 has it already.")]
    [InlineData("- code: P2", "- code: 第二", 28, "“code”的“第二”不是代码（字母、数字、-、_、.）。 'code': '第二' is not a code (letters, digits, -, _ and .).")]
    [InlineData("aggregation: geometric", "aggregation: median", 30, "“aggregation”的“median”不是下列之一：arithmetic, geometric, harmonic。 'aggregation': 'median' is not one of arithmetic, geometric, harmonic.")]
    [InlineData("aggregation: geometric", "aggregation: {power: 0}", 30, "“power”的“0”不是绝对值为 0.01 到 10 的数。 'power': '0' is not a number of absolute value 0.01 to 10.")]
    [InlineData("aggregation: geometric", "aggregation: {power: 11}", 30, "“power”的“11”不是绝对值为 0.01 到 10 的数。 'power': '11' is not a number of absolute value 0.01 to 10.")]
    [InlineData("aggregation: geometric", "aggregation: {}", 30, "缺少必填的键“power”。 Required key 'power' is missing.")]
    [InlineData("source_agency: AG", "source_agency: NONE", 16, "目录中没有机构“NONE”。 Agency 'NONE' is not in the catalogue.")]
    [InlineData("ratio:ENT", "ratio:NONE", 17, "目录中没有分母“NONE”。 Denominator 'NONE' is not in the catalogue.")]
    [InlineData("ratio:ENT", "ratio", 17, "不认识的变换“ratio”。 Unknown transform 'ratio'.")]
    [InlineData("ttm_sum", "unit_value", 17, "不认识的变换“unit_value”。 Unknown transform 'unit_value'.")]
    [InlineData("'990100'", "'990101'", 8, "目录中没有地区“990101”。 Area '990101' is not in the catalogue.")]
    [InlineData("goalpost_rule: R2", "goalpost_rule: R9", 18, "“goalpost_rules”中没有“R9”。 'goalpost_rules' does not name 'R9'.")]
    [InlineData("worst: 5\n", "worst: 5,0\n", 19, "“worst”的“5,0”不是数字。 'worst': '5,0' is not a number.")]
    [InlineData("worst: 5\n", "worst: \"5\\n\"\n", 19, "“worst”的“5\n”不是数字。 'worst': '5\n' is not a number.")]
    [InlineData("worst: 5\n", "worst: .inf\n", 19, "“worst”的“.inf”不是数字。 'worst': '.inf' is not a number.")]
    [InlineData("due_lag_days: 7", "due_lag_days: -7", 36, "“due_lag_days”的“-7”不是非负整数。 'due_lag_days': '-7' is not a whole number, 0 or more.")]
    [InlineData("cap_at_best: true", "cap_at_best: yes", 36, "“cap_at_best”的“yes”不是下列之一：true, false。 'cap_at_best': 'yes' is not one of true, false.")]
    [InlineData("effective_from: 2023-Q3", "effective_from: 2023-Q5", 5, "“effective_from”的“2023-Q5”不是期间（2024、2024-Q3 或 2024-09）。 'effective_from': '2023-Q5' is not a period such as 2024, 2024-Q3 or 2024-09.")]
    [InlineData("effective_from: 2023-Q3", "effective_from: 2023-07", 5, "“effective_from”的“2023-07”短于指数的一期。 'effective_from': '2023-07' is shorter than a period of the index.")]
    [InlineData("effective_from: 2023-Q3", "effective_from: 2023", 5, "生效期间 2023-Q1 应在重叠期 2023-Q2 之后。 'effective_from' 2023-Q1 must come after the overlap, which ends in 2023-Q2.")]
    [InlineData("period: 2022,", "period: 2022-01,", 9, "基期“2022-01”短于指数的一期。 Base period '2022-01' is shorter than a period of the index.")]
    [InlineData("{period: 2022,", "{periods: [2022-Q1, 2022-Q3],", 9, "“periods”应为同频率、连续并按先后排列的各期。 'periods' must be periods of one frequency that follow one another.")]
    [InlineData("{period: 2022,", "{periods: [2022-Q1, 2022],", 9, "“periods”应为同频率、连续并按先后排列的各期。 'periods' must be periods of one frequency that follow one another.")]
    [InlineData("{period: 2022,", "{period: 2022, periods: [2022],", 9, "“period”和“periods”只能给出一个。 Either 'period' or 'periods', not both.")]
    [InlineData("{period: 2022,", "{periods: [2022-01, 2022-02],", 9, "基期“2022-01”短于指数的一期。 Base period '2022-01' is shorter than a period of the index.")]
    [InlineData("{period: 2022,", "{period: 2022, method: median,", 9, "“method”的“median”不是下列之一：mean_of_periods, arithmetic mean of the year's periods。 'method': 'median' is not one of mean_of_periods, arithmetic mean of the year's periods.")]
    [InlineData("link: {overlap: [2023-Q1, 2023-Q2]}\n", "", 3, "“replaces”和“link”必须同时给出。 'replaces' and 'link' must be given together.")]
    [InlineData("replaces: 1.0.0\n", "", 3, "“replaces”和“link”必须同时给出。 'replaces' and 'link' must be given together.")]
    [InlineData("[2023-Q1, 2023-Q2]", "[]", 4, "“overlap”至少要有一期。 'overlap' needs at least one period.")]
    [InlineData("[2023-Q1, 2023-Q2]", "[2022-Q4, 2023-Q2]", 4, "“overlap”各期应连续并按先后排列。 The periods of 'overlap' must follow one another.")]
    [InlineData("[2023-Q1, 2023-Q2]", "[2023-01]", 4, "“overlap”各期应与指数同频率。 The periods of 'overlap' must have the index's frequency.")]
    [InlineData("version: 1.1.0", "version: 1.1", 2, "“version”的“1.1”不是版本号（1.0.0）。 'version': '1.1' is not a version such as 1.0.0.")]
    [InlineData("freq: A, align: step_reference,", "freq: A,", 35, "频率与指数相同的指标用 native，较低的用 step_release 或 step_reference。 An indicator of the index's frequency is 'native'; one of lower frequency is 'step_release' or 'step_reference'.")]
    [InlineData("freq: A, align: step_reference,", "freq: M,", 35, "指标的频率高于指数。 The indicator is more frequent than the index.")]
    [InlineData("    goalpost_rule: R2\n", "    yoy_source: computed\n", 18, "有“yoy_source”而没有 yoy 变换。 'yoy_source' is given without the transform yoy.")]
    [InlineData("    indicators:\n    - {code: I3", "    pillars: []\n    indicators:\n    - {code: I3", 32, "P3 应有“pillars”或“indicators”之一。 P3 must have either 'pillars' or 'indicators'.")]
    [InlineData("goalpost_rules: {R2: absolute}", "goalpost_rules: &a {R2: absolute}", 10, "不允许使用锚点（&）和标签（!）。 Anchors (&) and tags (!) are not allowed.")]
    [InlineData("goalpost_rules: {R2: absolute}", "goalpost_rules: {R2: absolute}\ngoalpost_rules_zh: {R1: 目标}", 11, "“goalpost_rules_zh”中有“goalpost_rules”没有的规则。 'goalpost_rules_zh' names a rule that 'goalpost_rules' does not.")]
    [InlineData("freq: Q\n", "status: done\nfreq: Q\n", 7, "“status”的“done”不是下列之一：draft, adopted。 'status': 'done' is not one of draft, adopted.")]
    [InlineData("freq: Q\n", "compiled_by: NONE\nfreq: Q\n", 7, "目录中没有机构“NONE”。 Agency 'NONE' is not in the catalogue.")]
    [InlineData("goalpost_rules: {R2: absolute}", "price: {concept: all_in}\ngoalpost_rules: {R2: absolute}", 10, "未知的键“price”。 Unknown key 'price'.")]
    public void Parse_BadFile_IsRefusedWithFileLineAndReason(string old, string bad, int line, string reason)
    {
        var text = Refusal.Spoil(Good, old, bad);
        Refusal.Is(() => Parse(text), $"xx.yaml:{line}: {reason}");
    }

    [Fact]
    public void Parse_TextsInBothLanguages_KeepsBoth()
    {
        var text = Refusal.Spoil(
            Refusal.Spoil(Good, "    source_agency: AG\n", "    source_agency: AG\n    definition: a / b\n    definition_zh: 甲÷乙\n"),
            "goalpost_rules: {R2: absolute}", "goalpost_rules: {R2: absolute, R9: other}\ngoalpost_rules_zh: {R2: 绝对标准}\nstatus: draft\ncompiled_by: AG\nnamed_in_clause: 7");
        var index = Parse(text);
        var first = index.Root.Indicators.First();
        Assert.Equal(("甲÷乙", "a / b"), (first.DefinitionIn(false), first.DefinitionIn(true)));
        Assert.Equal([new("R2", new("绝对标准", "absolute")), new GoalpostRuleMeaning("R9", new("other", "other"))], index.GoalpostRules);
        Assert.Equal((MethodologyStatus.Draft, "AG", 7), (index.Status, index.CompiledBy, index.NamedInClause));
    }

    [Fact]
    public void Parse_DefinitionInOneLanguage_ServesBoth()
    {
        var index = Parse(Refusal.Spoil(Good, "    source_agency: AG\n", "    source_agency: AG\n    definition: a / b\n"));
        Assert.Equal("a / b", index.Root.Indicators.First().DefinitionIn(false));
    }

    [Theory]
    // Effective weight of the annual indicator I3: 0.4 x 1 x 0.25.
    [InlineData("0.0999", 7, true)]
    [InlineData("0.1", 7, false)]
    public void Parse_LowFrequencyWeight_IsLimited(string limit, int line, bool isRefused)
    {
        var text = Refusal.Spoil(Good, "freq: Q\n", $"low_frequency_weight_max: {limit}\nfreq: Q\n");
        if (isRefused)
            Refusal.Is(() => Parse(text),
                $"xx.yaml:{line}: 低频指标的有效权重合计 0.1，超过上限 {limit}。 Indicators of lower frequency carry 0.1 of effective weight, more than the limit {limit}.");
        else
            Assert.Equal(4, Parse(text).Root.Indicators.Count());
    }

    [Theory]
    [InlineData("M", "Q", "0.2501", 1, "0.25")]
    [InlineData("Q", "A", "0.3501", 1, "0.35")]
    public void Parse_LowFrequencyWeightWithoutLimitInTheFile_IsHeldToTheMethodology(string own, string low, string weight, int line, string limit)
    {
        var rest = Weight.TryParse(weight) == Weight.TryParse("0.2501") ? "0.7499" : "0.6499";
        var text = $"{{code: X, version: 1.0.0, name_zh: 甲, freq: {own}, indicators: [{{code: I, worst: 0, best: 1, weight: {rest}}}, "
            + $"{{code: J, freq: {low}, align: step_release, worst: 0, best: 1, weight: {weight}}}]}}";
        Refusal.Is(() => Parse(text),
            $"xx.yaml:{line}: 低频指标的有效权重合计 {weight}，超过上限 {limit}。 Indicators of lower frequency carry {weight} of effective weight, more than the limit {limit}.");
    }

    [Fact]
    public void Parse_SeveralFaults_AreAllReportedInLineOrder()
    {
        var text = Refusal.Spoil(Refusal.Spoil(Refusal.Spoil(Good, "weight: 0.4\n", "weight: 0.5\n"), "version: 1.1.0\n", ""), "best: 25", "best: many");
        Refusal.Is(() => Parse(text),
            "xx.yaml:1: 缺少必填的键“version”。 Required key 'version' is missing.",
            "xx.yaml:10: XX 下各项权重之和是 1.1，应为 1。 The weights under XX sum to 1.1, not 1.",
            "xx.yaml:19: “best”的“many”不是数字。 'best': 'many' is not a number.");
    }

    [Theory]
    [InlineData("", 1, "文件是空的。 The file is empty.")]
    [InlineData("- a\n- b\n", 1, "文件的最外层应是“键: 值”。 The outermost level must be 'key: value'.")]
    [InlineData("code: X\n  freq: Q\n", 2, "")]
    [InlineData("code: X\nfreq: [Q\n", 3, "")]
    [InlineData("{a: {b: {c: *d}}}", 1, "不允许使用引用（*）。 Aliases (*) are not allowed.")]
    public void Parse_NotOurYaml_IsRefusedWithItsLine(string text, int line, string reason)
    {
        var refusal = Assert.Throws<MethodologyFileException>(() => Parse(text));
        Assert.StartsWith($"xx.yaml:{line}: {reason}", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Parse_VeryDeepText_IsRefusedRatherThanOverflowingTheStack()
    {
        var refusal = Assert.Throws<MethodologyFileException>(() => Parse("code: " + new string('[', 100_000)));
        Assert.Equal(1, Assert.Single(refusal.Faults).Line);
    }

    private static IndexMethodology Parse(string text) => MethodologyFile.Parse("xx.yaml", text, s_catalogue);
}
