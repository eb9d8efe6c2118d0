using Indices.Calculation.Lab;
using Indices.Calculation.Lab.Aggregations;
using Indices.Calculation.Lab.Normalisations;
using Indices.Calculation.Statistics;
using Xunit;
using static Indices.Tests.Calculation.Lab.AsemExample;

namespace Indices.Tests.Calculation.Lab.Aggregations;

public sealed class TreeAggregationTests
{
    [Fact]
    public void ArithmeticMeans_OfAsem_EqualThePeers()
    {
        var nodes = TreeAggregation.Of(MinMax.WithIndicators(Tree.Codes[..49]), Tree, Tree.Weights, _ => GroupAggregation.Arithmetic);
        var expected = Table("asem_A6_aggregated_amean.csv");
        Assert.Equal(60, expected.Indicators.Length);
        Equal(expected, Renamed(nodes), 1e-12);
    }

    [Fact]
    public void Ranks_OfAsem_EqualThePeers()
    {
        var nodes = Renamed(TreeAggregation.Of(MinMax.WithIndicators(Tree.Codes[..49]), Tree, Tree.Weights, _ => GroupAggregation.Arithmetic));
        Equal(Table("asem_A7_ranks.csv"), nodes.MapColumns(column => Ranks.Of(column, RankOrder.Descending, RankTies.Min)), 0);
    }

    [Fact]
    public void GeometricMeans_OfAsem_EqualThePeers()
    {
        var scores = Directed.MapColumns(column => Scaling.MinMax(column, 1, 100)).WithIndicators(Tree.Codes[..49]);
        Equal(Table("asem_G_gmean_1_100.csv"), Renamed(TreeAggregation.Of(scores, Tree, Tree.Weights, _ => GroupAggregation.Geometric)), 1e-12);
    }

    [Fact]
    public void GeometricMeans_OfScoresWithZero_AreRefused() => Assert.Throws<UndefinedResultException>(() =>
        TreeAggregation.Of(MinMax.WithIndicators(Tree.Codes[..49]), Tree, Tree.Weights, _ => GroupAggregation.Geometric));

    [Fact]
    public void Unit_WithTooFewChildren_HasNoValueThere()
    {
        var scores = MinMax.WithIndicators(Tree.Codes[..49]);
        var gap = scores.WithColumns(j => Tree.ParentOf(j)!.Code == "Political" && j != Tree.NodeOf("Embs")
            ? [double.NaN, .. scores.Column(j)[1..]] : scores.Column(j).ToArray());
        var loose = TreeAggregation.Of(gap, Tree, Tree.Weights, _ => GroupAggregation.Arithmetic, available: 1.0 / 3);
        Assert.Equal(gap.Column("Embs")[0], loose.Column("Political")[0]);
        var strict = TreeAggregation.Of(gap, Tree, Tree.Weights, _ => GroupAggregation.Arithmetic, available: 0.5);
        Assert.True(double.IsNaN(strict.Column("Political")[0]));
        Assert.False(double.IsNaN(strict.Column("Conn")[0]));
        Assert.False(double.IsNaN(strict.Column("Political")[1]));
    }

    [Fact]
    public void Tree_NumbersIndicatorsThenGroups_WithSharesThatMultiply()
    {
        Assert.Equal(49, Tree.Indicators);
        Assert.Equal("ASEM", Tree.Codes[Tree.Root]);
        Assert.Equal(2, Tree.LevelOf(Tree.NodeOf("Sust")));
        Assert.Equal(5, Tree.IndicatorsOf(Tree.ParentOf(Tree.NodeOf("CO2"))!).Count());
        var weights = Tree.EffectiveWeights(Tree.Weights);
        Assert.Equal(1.0, weights.Sum(), 1e-14);
        Assert.Equal(1.0 / 2 / 3 / 5, weights[Tree.NodeOf("CO2")], 1e-15);
    }

    // The peer calls the root Index.
    private static UnitTable Renamed(UnitTable nodes) => new(
        nodes.Units, [.. nodes.Indicators.Select(code => code == "ASEM" ? "Index" : code)],
        [.. Enumerable.Range(0, nodes.Indicators.Length).Select(j => (System.Collections.Immutable.ImmutableArray<double>)[.. nodes.Column(j)])]);
}
