using Indices.Methodology;
using Indices.Time;
using TestSupport;
using Xunit;

namespace Indices.Tests.Methodology;

public sealed class DistrictEditionTests
{
    private const string Good =
        """
        code: XX
        version: 1.0.0
        name_zh: 样例
        name_en: Sample
        freq: Q
        areas: ['000001']
        district_edition: A
        base: {period: 2022, value: 100}
        district:
          min_effective_weight: 0.4
          goalposts: for people
          scale_free: for people
          goalpost_period: 2023
          goalpost_widening: 0.5
          output: [score, own_base_index]
          rank_published: true
        pillars:
        - code: P1
          weight: 0.6
          indicators:
          - {code: I1, worst: 5, best: 25, weight: 0.5, district: true}
          - {code: I2, worst: 5, best: 25, weight: 0.5, district: false}
        - code: P2
          weight: 0.3
          indicators:
          - {code: I3, worst: 0, best: {base_multiple: 2}, weight: 1/3, transform: [ttm_sum], district: true, district_transform: [ttm_sum, 'per10k:ENT']}
          - {code: I4, worst: 5, best: 25, weight: 2/3}
        - code: P3
          weight: 0.1
          indicators:
          - {code: I5, worst: 5, best: 25, weight: 1, freq: A, align: step_release}
        """;

    [Fact]
    public void Edition_KeepsWhatDistrictsHave_AndRescalesEffectiveWeightsOnce()
    {
        var edition = DistrictEdition.Of(Parse(Good));

        Assert.Equal(("XX-D", "XX-D", Frequency.Annual), (edition.Code, edition.Root.Code, edition.Frequency));
        Assert.Equal(("样例（区县版）", "Sample, district edition"), (edition.Name.Chinese, edition.Name.English));
        Assert.Equal(["P1", "P2"], edition.Root.Groups.Select(g => g.Code));
        // 0.6 × 0.5 = 0.3 and 0.3 × 1/3 = 0.1 of 0.4.
        Assert.Equal([("I1", "0.75"), ("I3", "0.25")], EffectiveWeights.Of(edition.Root).Select(e => (e.Indicator.Code, e.Weight.ToString())));
        Assert.All(edition.Root.Indicators, i => Assert.Equal((new Goalpost(null, null), new Goalpost(null, null)), (i.Worst, i.Best)));
        Assert.Equal([new Transform(TransformKind.TtmSum), new Transform(TransformKind.Per10K, "ENT")], edition.Root.Indicators.Last().Transforms);
        Assert.Equal([new Transform(TransformKind.Level)], edition.Root.Indicators.First().Transforms);
    }

    [Fact]
    public void Rule_IsReadInFull_AndTakesTheMethodologysDefaults()
    {
        Assert.Equal(new DistrictRule(Frequency.Annual, Period.OfYear(2023), 0.5, true), Parse(Good).District);
        var brief = Good[..Good.IndexOf("district:\n", StringComparison.Ordinal)] + Good[Good.IndexOf("pillars:", StringComparison.Ordinal)..];
        var heavier = Refusal.Spoil(brief, "weight: 2/3}", "weight: 2/3, district: true}");
        Assert.Equal(new DistrictRule(Frequency.Annual, Period.OfYear(2022), 0.25, false), Parse(heavier).District);
    }

    [Fact]
    public void Rule_WithoutAnEdition_IsNone()
    {
        var without = Refusal.Spoil(Good, "district_edition: A\n", "");
        Assert.Null(Parse(without).District);
        Assert.Throws<ArgumentException>(() => DistrictEdition.Of(Parse(without)));
    }

    [Theory]
    [InlineData("min_effective_weight: 0.4", "min_effective_weight: 0.41",
        "x.yaml:7: 有区县数据的指标的有效权重合计 0.4，低于 0.41。 Indicators with district data carry 0.4 of effective weight, less than 0.41.")]
    [InlineData("district_edition: A", "district_edition: M",
        "x.yaml:7: 区县版的频率高于指数。 The district edition is more frequent than the index.")]
    [InlineData("goalpost_period: 2023", "goalpost_period: 2023-Q1",
        "x.yaml:7: 区县版须有阈值期“goalpost_period”或“base”，且不短于一期。 The district edition needs 'goalpost_period' or 'base', not shorter than its periods.")]
    [InlineData("output: [score, own_base_index]", "output: [rank]",
        "x.yaml:15: “output”的“rank”不是下列之一：score, own_base_index。 'output': 'rank' is not one of score, own_base_index.")]
    [InlineData("goalpost_widening: 0.5", "goalpost_widening: -0.5",
        "x.yaml:14: “goalpost_widening”的“-0.5”不是非负数。 'goalpost_widening': '-0.5' is not 0 or a positive number.")]
    [InlineData("district: true, district_transform", "district_transform",
        "x.yaml:26: 有“district_transform”而没有“district: true”。 'district_transform' is given without 'district: true'.")]
    public void Rule_ThatCannotBe_IsRefused(string old, string bad, params string[] expected) =>
        Refusal.Is(() => Parse(Refusal.Spoil(Good, old, bad)), expected);

    [Fact]
    public void Edition_OfALinkedVersion_OverlapsInTheYearsOfItsOverlap()
    {
        var second = Parse(Good) with
        {
            Link = new([.. new[] { "2023-Q3", "2023-Q4", "2024-Q1" }.Select(Period.Parse)]),
            Base = new BaseRule(Period.Parse("2022-Q3"), 100) { Count = 3 },
        };
        var edition = DistrictEdition.Of(second);
        Assert.Equal([Period.OfYear(2023), Period.OfYear(2024)], edition.Link!.Overlap);
        Assert.Equal((Period.OfYear(2022), Period.OfYear(2023)), (edition.Base!.Period, edition.Base.LastPeriod));
    }

    [Theory]
    // Methodology, section 9.
    [InlineData("HZ-FCEI", "0.5625", 10)]
    [InlineData("HZ-CMVI", "0.545", 9)]
    [InlineData("HZ-STFI", "0.625", 10)]
    public void Seed_Editions_CarryTheWeightOfTheMethodology(string code, string weight, int indicators)
    {
        var version = SeedDefinitions.All.Versions(code)[0];
        var kept = EffectiveWeights.Of(version.Root).Where(e => e.Indicator.DistrictTransforms is not null).ToList();
        Assert.Equal((weight, indicators), (kept.Aggregate(Weight.Zero, (sum, e) => sum + e.Weight).ToString(), kept.Count));
        Assert.Equal(new DistrictRule(Frequency.Annual, Period.OfYear(2022), 0.25, false), version.District);
        var edition = DistrictEdition.Of(version);
        Assert.Equal(kept.Select(e => (e.Indicator.Code, e.Weight / Weight.TryParse(weight)!.Value)), EffectiveWeights.Of(edition.Root).Select(e => (e.Indicator.Code, e.Weight)));
    }

    [Theory]
    [InlineData("HZ-FTII")]
    [InlineData("HZ-FTDI")]
    [InlineData("HZ-IFPI")]
    public void Seed_IndicesThatDoNotQualify_HaveNoEdition(string code) => Assert.Null(SeedDefinitions.All.Versions(code)[0].District);

    private static IndexMethodology Parse(string text) => MethodologyFile.Parse("x.yaml", text, null);
}
