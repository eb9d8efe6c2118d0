using Indices.Methodology;
using TestSupport;
using Xunit;

namespace Indices.Tests.Methodology;

public sealed class UncertaintySectionTests
{
    private const string Good =
        """
        code: XX
        version: 1.0.0
        name_zh: 样例
        freq: Q
        uncertainty:
          draws: 500
          weights: U(0.9,1.1)
          interval: [0.025, 0.975]
          normalisation: [published, log]
          aggregation: [published, geometric]
          imputation: [published, linear_trend]
          wider_amplitude: 2
          revision_sigma: {A: 0, X: 0.05}
          matched_from: 12
          direction_unclear: [0.2, 0.8]
          rng: splitmix64
          seed: fnv1a64(index|period|version)
          sobol: {first_order: saltelli2010_centred, total: jansen1999, groups: [revision, weights], resamples: 50}
        indicators:
        - {code: I1, worst: 5, best: 25, weight: 0.5, availability: X}
        - {code: I2, worst: 5, best: 25, weight: 0.5, availability: X, revision_sigma: 0.01}
        """;

    [Fact]
    public void Parse_Section_IsReadInFull()
    {
        var index = Parse(Good);
        var rule = index.Uncertainty!;

        Assert.Equal((500, 0.9, 1.1, 0.025, 0.975), (rule.Draws, rule.WeightFrom, rule.WeightTo, rule.IntervalFrom, rule.IntervalTo));
        Assert.Equal([NormalisationVariant.Published, NormalisationVariant.Log], rule.Normalisations);
        Assert.Equal([AggregationVariant.Published, AggregationVariant.Geometric], rule.Aggregations);
        Assert.Equal([ImputationVariant.Published, ImputationVariant.LinearTrend], rule.Imputations);
        Assert.Equal((2.0, 12, 0.2, 0.8), (rule.WiderAmplitude, rule.MatchedFrom, rule.UnclearFrom, rule.UnclearTo));
        Assert.Equal([UncertaintyGroup.Revision, UncertaintyGroup.Weights], rule.Sensitivity);
        Assert.Equal(50, rule.Resamples);
        Assert.Equal([0.05, 0.01], index.Root.Indicators.Select(rule.RevisionSigma));
    }

    [Fact]
    public void Parse_WithoutTheSection_AsksForNothing() =>
        Assert.Null(Parse(Good[..Good.IndexOf("uncertainty:", StringComparison.Ordinal)] + Good[Good.IndexOf("indicators:", StringComparison.Ordinal)..]).Uncertainty);

    [Fact]
    public void Parse_EmptySection_TakesTheDefaultsOfTheMethodology()
    {
        var text = Good[..Good.IndexOf("uncertainty:", StringComparison.Ordinal)] + "uncertainty: {}\n" + Good[Good.IndexOf("indicators:", StringComparison.Ordinal)..];
        var index = Parse(text);
        var rule = index.Uncertainty!;

        Assert.Equal((8192, 0.75, 1.25, 0.05, 0.95), (rule.Draws, rule.WeightFrom, rule.WeightTo, rule.IntervalFrom, rule.IntervalTo));
        Assert.Equal((4, 3, 3), (rule.Normalisations.Length, rule.Aggregations.Length, rule.Imputations.Length));
        Assert.Equal((1.5, 8, 0.1, 0.9), (rule.WiderAmplitude, rule.MatchedFrom, rule.UnclearFrom, rule.UnclearTo));
        Assert.Empty(rule.Sensitivity);
        Assert.Equal([0.0, 0.01], index.Root.Indicators.Select(rule.RevisionSigma));
    }

    [Fact]
    public void SeedIndices_ThatAreComposite_AskForAllFiveGroups()
    {
        Assert.All(SeedDefinitions.All.Indices.Where(i => !i.IsPrice), i => Assert.Equal(5, i.Uncertainty!.Sensitivity.Length));
        Assert.All(SeedDefinitions.All.Indices.Where(i => i.IsPrice), i => Assert.Null(i.Uncertainty));
    }

    [Theory]
    [InlineData("draws: 500", "draws: 5", 6, "“draws”的“5”不是100 到 1000000 的整数。 'draws': '5' is not a whole number from 100 to 1000000.")]
    [InlineData("U(0.9,1.1)", "N(1,0.1)", 7, "“weights”的“N(1,0.1)”不是均匀分布 U(0.75,1.25)，下界为正。 'weights': 'N(1,0.1)' is not a uniform distribution such as U(0.75,1.25) with a positive lower bound.")]
    [InlineData("U(0.9,1.1)", "U(1.1,0.9)", 7, "“weights”的“U(1.1,0.9)”不是均匀分布 U(0.75,1.25)，下界为正。 'weights': 'U(1.1,0.9)' is not a uniform distribution such as U(0.75,1.25) with a positive lower bound.")]
    [InlineData("[0.025, 0.975]", "[0.975, 0.025]", 8, "“interval”应为由小到大的两个 0 到 1 的数。 'interval' must be two numbers from 0 to 1, the smaller first.")]
    [InlineData("[published, log]", "[log, log]", 9, "“normalisation”至少要有一项，且不重复。 'normalisation' needs at least one item, and none twice.")]
    [InlineData("[published, geometric]", "[]", 10, "“aggregation”至少要有一项，且不重复。 'aggregation' needs at least one item, and none twice.")]
    [InlineData("linear_trend", "spline", 11, "“imputation”的“spline”不是下列之一：published, carry_forward, class_mean, linear_trend。 'imputation': 'spline' is not one of published, carry_forward, class_mean, linear_trend.")]
    [InlineData("{A: 0, X: 0.05}", "{A: 0, X: 0.5}", 13, "“X”的“0.5”不是0 到 1/3 的数。 'X': '0.5' is not a number from 0 to 1/3.")]
    [InlineData("rng: splitmix64", "rng: mt19937", 16, "“rng”的“mt19937”不是下列之一：splitmix64。 'rng': 'mt19937' is not one of splitmix64.")]
    [InlineData("total: jansen1999", "total: homma1996", 18, "“total”的“homma1996”不是下列之一：jansen1999。 'total': 'homma1996' is not one of jansen1999.")]
    [InlineData("revision_sigma: 0.01}", "revision_sigma: 0.4}", 21, "“revision_sigma”的“0.4”不是0 到 1/3 的数。 'revision_sigma': '0.4' is not a number from 0 to 1/3.")]
    public void Parse_BadSection_IsRefusedWithFileLineAndReason(string old, string bad, int line, string reason)
    {
        var text = Refusal.Spoil(Good, old, bad);
        Refusal.Is(() => Parse(text), $"xx.yaml:{line}: {reason}");
    }

    private static IndexMethodology Parse(string text) => MethodologyFile.Parse("xx.yaml", text, null);
}
