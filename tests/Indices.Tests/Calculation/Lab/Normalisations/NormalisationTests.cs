using Indices.Calculation.Lab.Normalisations;
using Xunit;
using static Indices.Tests.Calculation.Lab.AsemExample;

namespace Indices.Tests.Calculation.Lab.Normalisations;

public sealed class NormalisationTests
{
    private const double Gap = double.NaN;

    private static readonly double[] s_values = [2, 8, Gap, 5, 2];

    [Fact]
    public void MinMax_OfAsem_EqualsThePeers()
    {
        Equal(MinMax, Directed.MapColumns(column => Scaling.MinMax(column)), 1e-11);
        Equal(Table("asem_N_minmax_1_100.csv"), Directed.MapColumns(column => Scaling.MinMax(column, 1, 100)), 1e-11);
    }

    [Fact]
    public void ZScore_OfAsem_EqualsThePeers() =>
        Equal(Table("asem_N_zscore_0_1.csv"), Directed.MapColumns(column => Scaling.ZScore(column)), 1e-11);

    [Fact]
    public void PercentileRank_OfAsem_EqualsThePeers() =>
        Equal(Table("asem_N_prank.csv"), Directed.MapColumns(RankScores.Percentile), 1e-11);

    [Fact]
    public void Goalposts_OfAsem_EqualThePeers()
    {
        var posts = ExampleTable.Read("asem_N_goalposts_params.csv");
        Equal(Table("asem_N_goalposts_trunc.csv"), Directed.WithColumns(j => GoalpostScores.Of(
            Directed.Column(j), posts[j].Number("goalpost_lower"), posts[j].Number("goalpost_upper"), IsNegative[j], posts[j].Number("goalpost_scale"))), 1e-11);
    }

    [Fact]
    public void EveryNormalisation_KeepsGapsAndOrder()
    {
        Assert.Equal([1, 100, Gap, 50.5, 1], Scaling.MinMax(s_values, 1, 100));
        Assert.Equal([0, 1, Gap, 0.5, 0], Distances.ToMaximum(s_values));
        Assert.Equal([0.25, 1, Gap, 0.625, 0.25], Distances.ShareOfMaximum(s_values));
        Assert.Equal([1, 4, Gap, 3, 1], RankScores.Rank(s_values));
        Assert.Equal([0, 3, Gap, 2, 0], RankScores.Borda(s_values));
        Assert.Equal([0, 1, Gap, 2.0 / 3, 0], RankScores.Percentile(s_values));
        Assert.Equal([20, 80, Gap, 50, 20], Scaling.Between(s_values, 0, 10));
        Assert.Equal([50, 50, Gap, 50, 50], Scaling.Floored(Scaling.MinMax(s_values, 0, 50), 50));
    }

    [Fact]
    public void ZScore_HasTheMeanAndSpreadAskedFor() =>
        Assert.Equal([40, 50, Gap, 60], Scaling.ZScore([1, 2, Gap, 3], 50, 10));

    [Fact]
    public void DistanceToReference_IsOneAtTheReference_AndCappedOnlyAbove()
    {
        Assert.Equal([0, 2, Gap, 1, 0], Distances.ToReference(s_values, 3));
        Assert.Equal([0, 1, Gap, 1, 0], Distances.ToReference(s_values, 3, isCapped: true));
        Assert.All(Distances.ToReference(s_values, 2), x => Assert.True(double.IsNaN(x)));
        // The reference is the least value: nothing lies between.
        Assert.All(Distances.ToReference(s_values, 0), x => Assert.True(double.IsNaN(x)));
    }

    [Fact]
    public void DistanceToTarget_BelowTheMinimum_TurnsScoresNegative()
    {
        Assert.Equal([0, 0.75, Gap, 0.375, 0], Distances.ToTarget(s_values, 10));
        Assert.Equal([0, -6, Gap, -3, 0], Distances.ToTarget(s_values, 1, isCapped: true));
    }

    [Fact]
    public void Normalisation_OfAConstantColumn_IsUndefinedUnlessItNeedsNoSpread()
    {
        double[] constant = [3, 3, Gap, 3];
        foreach (var scores in new[] { Scaling.MinMax(constant), Scaling.ZScore(constant), Distances.ToMaximum(constant), Distances.ToTarget(constant, 3) })
            Assert.All(scores, x => Assert.True(double.IsNaN(x)));
        Assert.Equal([1, 1, Gap, 1], Distances.ShareOfMaximum(constant));
        Assert.Equal([0, 0, Gap, 0], RankScores.Percentile(constant));
        Assert.All(RankScores.Percentile([3, Gap]), x => Assert.True(double.IsNaN(x)));
    }

    [Fact]
    public void Goalposts_OfANegativeIndicator_AreTheMirrorImage()
    {
        double[] raw = [1, 4, 10, Gap];
        Assert.Equal([1, 0.5, 0, Gap], GoalpostScores.Of([.. raw.Select(x => -x)], 2, 6, isNegative: true));
        Assert.Equal([-0.25, 0.5, 2, Gap], GoalpostScores.Of(raw, 2, 6, isNegative: false, isTruncated: false));
    }
}
