using Indices.Methodology;
using Indices.Time;
using Xunit;

namespace Indices.Tests.Methodology;

public sealed class PriceMethodologyFileTests
{
    private const string Good =
        """
        code: PX
        type: price
        version: 1.0.0
        name_zh: 价格样例
        freq: M
        headline_freq: Q
        bands: {tenor: {T1: '(0,5]', T2: '(5,8]', T3: '(8,inf)'}}
        weights: {source: deals, years: 3}
        empty_cell: {max_consecutive: {M: 6, Q: 4}}
        disclosure: {min_deals: 5, min_entities: 4, top1_max: 0.6, top2_max: 0.8, observed_weight_min: 0.55}
        pillars:
        - code: G1
          product: INF
          weight: 0.75
          indicators:
          - {code: C1, tenor_band: T1, rating_band: AAA, weight: 0.4}
          - {code: C2, tenor_band: T2+T3, rating_band: AAA, weight: 0.6}
        - code: G2
          product: RE
          weight: 0.25
          indicators:
          - {code: C3, tenor_band: T1, rating_band: AAA+AAP, weight: 1, transform: [unit_value]}
        - code: G3
          headline: false
          weight: 0
          indicators:
          - {code: C4, weight: 1}
        """;

    [Fact]
    public void Parse_GoodFile_GivesCellsGroupsAndRules()
    {
        var index = Parse(Good);
        var price = index.Price!;
        Assert.Equal(Frequency.Quarterly, index.Frequency);
        Assert.Equal([("C1", "INF", "G1", 0.3), ("C2", "INF", "G1", 0.45), ("C3", "RE", "G2", 0.25)], price.Cells.Select(c => (c.Code, c.Group, c.Pillar, c.ValueShare!.Value)));
        Assert.Equal(["AAA", "AAP"], price.Cells[2].RatingBands);
        Assert.Equal(Frequency.Monthly, price.CollectionFrequency);
        Assert.Equal((3, 4, 0.55), (price.WeightYears, price.MaximumImputations, price.MinimumObservedWeight));
        Assert.Equal(new DisclosureRule(5, 4, 0.6, 0.8), price.Disclosure);
        Assert.Equal("C4", Assert.Single(price.Satellites).Code);
        Assert.Equal(["G1", "G2", "G3"], index.Root.Groups.Select(g => g.Code));
        Assert.Empty(index.Root.Indicators);
    }

    [Fact]
    public void Parse_TextsInBothLanguages_KeepsBoth()
    {
        var text = Refusal.Spoil(
            Refusal.Spoil(Good, "type: price\n", "type: price\nprice: {include: [coupon], include_zh: [利息], exclude: [subsidy]}\ncompanions: [{code: PX-LEVEL, name_zh: 均价, name_en: Average price, unit: '%'}]\n"),
            "weight: 0.4}", "weight: 0.4, unit: '%', definition: cost, definition_zh: 成本}");
        var price = Parse(text).Price!;
        Assert.Equal([new LocalText("利息", "coupon")], price.Included);
        Assert.Equal([new LocalText("subsidy", "subsidy")], price.Excluded);
        Assert.Equal([new Companion("PX-LEVEL", new("均价", "Average price"), "%")], price.Companions);
        Assert.Equal((new LocalText("成本", "cost"), "%", Weight.TryParse("0.4")), (price.Cells[0].Definition, price.Cells[0].Unit, price.Cells[0].Weight));
        Assert.Null(price.Cells[1].Definition);
    }

    [Fact]
    public void Parse_WithoutSections_TakesTheDefaultsOfTheMethodology()
    {
        var price = Parse("{code: X, type: price, version: 1.0.0, name_zh: 价, freq: M, pillars: [{code: G, product: INF, indicators: [{code: C, tenor_band: T1, rating_band: AAA, amount: 12.5}]}]}").Price!;
        Assert.Equal((null, 6, 0.5, new DisclosureRule(3, 3, 0.75, 0.9)), (price.WeightYears, price.MaximumImputations, price.MinimumObservedWeight, price.Disclosure));
        Assert.Equal((12.5, null), (price.Cells[0].Amount, price.Cells[0].ValueShare));
        Assert.Null(price.Hedonic);
        Assert.Null(price.CollectionFrequency);
    }

    [Fact]
    public void Parse_CheckFallbackAndCollection_AreRead()
    {
        var index = Parse(Refusal.Spoil(Good, "type: price\n", """
            type: price
            quality: {primary: stratification, check: hedonic_time_dummy_additive, min_obs: 30, window_quarters: 6, standard_tenor: 5, regressors: [tenor, amount]}
            base: {period: '2022', value: 100, fallback_period: '2023', fallback_if_backcast_coverage_below: 0.7}

            """));

        Assert.Equal((30, 6, 5), (index.Price!.Hedonic!.MinimumDeals, index.Price.Hedonic.WindowQuarters, index.Price.Hedonic.StandardTenorYears));
        Assert.Equal([HedonicRegressor.Tenor, HedonicRegressor.Amount], index.Price.Hedonic.Regressors);
        Assert.Equal(new FallbackBase(Period.OfYear(2023), 0.7), index.Base!.Fallback);
        Assert.Equal((Period.OfYear(2023), Period.OfYear(2022)), (index.Base.At(0.69).Period, index.Base.At(0.7).Period));

        var asked = Parse(Refusal.Spoil(Good, "type: price\n", "type: price\nquality: {check: hedonic_time_dummy_additive}\n")).Price!.Hedonic!;
        Assert.Equal((40, 8, 7, 5), (asked.MinimumDeals, asked.WindowQuarters, asked.StandardTenorYears, asked.Regressors.Length));
        Assert.Null(Parse(Refusal.Spoil(Good, "type: price\n", "type: price\nquality: {primary: stratification}\n")).Price!.Hedonic);
    }

    [Theory]
    [InlineData("weight: 0.4}", "weight: 0.45}", 15, "G1 下各项权重之和是 1.05，应为 1。 The weights under G1 sum to 1.05, not 1.")]
    [InlineData("weight: 0.25\n", "weight: 0.2\n", 11, "PX 下各项权重之和是 0.95，应为 1。 The weights under PX sum to 0.95, not 1.")]
    [InlineData("weight: 0\n", "weight: 0.1\n", 25, "G3 不属于总指数，权重应为 0。 G3 is outside the headline; its weight must be 0.")]
    [InlineData("  product: RE\n", "", 18, "缺少必填的键“product”。 Required key 'product' is missing.")]
    [InlineData("product: RE", "product: INF", 22, "C3 与 C1 的分档重叠。 The bands of C3 overlap those of C1.")]
    [InlineData("T2+T3", "T2+T4", 17, "不认识的分档“T4”。 Unknown band 'T4'.")]
    [InlineData("[unit_value]", "[level]", 22, "不认识的变换“level”，价格指数只有 unit_value。 Unknown transform 'level'; a price index has unit_value alone.")]
    [InlineData("{code: C4, weight: 1}", "{code: C4, amount: 1}", 27, "C4 应给出“weight”，且只给这一种权重。 C4 must give 'weight' and no other kind of weight.")]
    [InlineData("{code: C4,", "{code: C1,", 27, "代码“C1”重复，第 16 行已有。 Code 'C1' is used twice; line 16 has it already.")]
    [InlineData("'(5,8]'", "'(5,7]'", 7, "分档 T2 的定义“(5,7]”无法计算。 Band T2 defined as '(5,7]' cannot be computed.")]
    [InlineData("{max_consecutive", "{order: [carry_forward], max_consecutive", 9, "空单元的估算顺序只能是：class_matched_movement(product)、all_items_matched_movement、carry_forward。 Empty cells are imputed in this order alone: class_matched_movement(product), all_items_matched_movement, carry_forward.")]
    [InlineData("{source: deals, years: 3}", "{source: deals}", 8, "缺少必填的键“years”。 Required key 'years' is missing.")]
    [InlineData("{source: deals, years: 3}", "{source: committee}", 8, "“source”的“committee”不是下列之一：file, deals。 'source': 'committee' is not one of file, deals.")]
    [InlineData("top1_max: 0.6", "top1_max: 60", 10, "“top1_max”的“60”不是0 到 1 的数。 'top1_max': '60' is not a number from 0 to 1.")]
    [InlineData("type: price\n", "type: price\nprice: {include: [coupon, fee], include_zh: [利息]}\n", 3, "“include_zh”有 1 项，“include”有 2 项。 'include_zh' has 1 items and 'include' has 2.")]
    [InlineData("type: price\n", "type: price\nquality: {check: hedonic_time_dummy_additive, regressors: [size]}\n", 3, "“regressors”的“size”不是下列之一：tenor, rating, product, amount, industry。 'regressors': 'size' is not one of tenor, rating, product, amount, industry.")]
    [InlineData("type: price\n", "type: price\nbase: {period: '2022', value: 100, fallback_period: '2022', fallback_if_backcast_coverage_below: 0.7}\n", 3, "备用基期“2022”须与基期同长，且在其后。 Fallback base period '2022' must be as long as the base period and come after it.")]
    [InlineData("type: price\n", "type: price\nbase: {period: '2022', value: 100, fallback_period: '2023'}\n", 3, "“fallback_period”和“fallback_if_backcast_coverage_below”必须同时给出。 'fallback_period' and 'fallback_if_backcast_coverage_below' must be given together.")]
    [InlineData("type: price", "type: prices", 2, "“type”的“prices”不是下列之一：composite, price。 'type': 'prices' is not one of composite, price.")]
    public void Parse_BadFile_IsRefusedWithFileLineAndReason(string old, string bad, int line, string reason)
    {
        var refusal = Assert.Throws<MethodologyFileException>(() => Parse(Refusal.Spoil(Good, old, bad)));
        Assert.Contains($"px.yaml:{line}: {reason}", refusal.Message.Split(Environment.NewLine));
    }

    [Fact]
    public void Parse_AmountsBesideWeights_AreRefused()
    {
        var text = Refusal.Spoil(Good, "rating_band: AAA, weight: 0.4}", "rating_band: AAA, amount: 40}");
        Refusal.Is(() => Parse(text),
            "px.yaml:14: G1 的权重由各项“amount”决定，不应给出。 G1 must not have a weight: its amounts are the weights.",
            "px.yaml:17: C2 应给出“amount”，且只给这一种权重。 C2 must give 'amount' and no other kind of weight.",
            "px.yaml:20: G2 的权重由各项“amount”决定，不应给出。 G2 must not have a weight: its amounts are the weights.",
            "px.yaml:22: C3 应给出“amount”，且只给这一种权重。 C3 must give 'amount' and no other kind of weight.");
    }

    private static IndexMethodology Parse(string text) => MethodologyFile.Parse("px.yaml", text, null);
}
