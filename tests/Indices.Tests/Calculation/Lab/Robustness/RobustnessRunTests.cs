using System.Collections.Immutable;
using Indices.Calculation.Lab;
using Indices.Calculation.Lab.Aggregations;
using Indices.Calculation.Lab.Normalisations;
using Indices.Calculation.Lab.Robustness;
using Indices.Calculation.Lab.Treatments;
using Indices.Calculation.Statistics;
using Xunit;
using static Indices.Tests.Calculation.Lab.AsemExample;

namespace Indices.Tests.Calculation.Lab.Robustness;

public sealed class RobustnessRunTests
{
    private static readonly int[] s_points = [1, 2, 3, 4, 5];

    private static readonly ImmutableArray<UnitTable> s_tables = [.. s_points.SelectMany(Normalised)];

    [Fact]
    public void UncertaintyRuns_OfAsem_EqualThePeers()
    {
        var parameters = ExampleTable.Read("asem_U_UA100_params.csv");
        var sets = ExampleTable.Read("asem_U_noisy_weights.csv").GroupBy(row => row["set"]).ToDictionary(set => set.Key, Weights);
        var run = RobustnessRun.Of(Plan(parameters.Count, (draw, weights) =>
        {
            var row = parameters[draw];
            sets[row["weight_set"]].CopyTo(weights);
            return new(2 * Array.IndexOf(s_points, (int)row.Number("winmax")) + (row["norm"] == "zscore_10_2" ? 1 : 0), row["agg"] == "a_gmean" ? 1 : 0);
        }));
        var (scores, ranks) = (Table("asem_U_UA100_scores.csv"), Table("asem_U_UA100_ranks.csv"));
        Assert.Equal(scores.Units, run.Units);
        for (var unit = 0; unit < run.Units.Length; unit++)
            for (var draw = 0; draw < parameters.Count; draw++)
            {
                Near(scores[unit, draw + 1], run.Scores(unit)[draw], 1e-11, $"{run.Units[unit]} r_{draw + 1}");
                Assert.Equal(ranks[unit, draw + 1], run.Ranks(unit)[draw]);
            }
    }

    [Fact]
    public void UncertaintyRuns_ChooseAlternatives_AsThePeerDoes()
    {
        var parameters = ExampleTable.Read("asem_U_UA100_params.csv");
        Assert.Equal(Chosen("winmax", v => (int)v - 1), DiscreteSample.Of(Drawn("u_winmax"), 5));
        Assert.Equal(Chosen("weight_set", v => (int)v - 1), DiscreteSample.Of(Drawn("u_weights"), 100));
        Assert.Equal(parameters.Select(row => row["norm"] == "zscore_10_2" ? 1 : 0), DiscreteSample.Of(Drawn("u_norm"), 2));
        Assert.Equal(parameters.Select(row => row["agg"] == "a_gmean" ? 1 : 0), DiscreteSample.Of(Drawn("u_agg"), 2));

        double[] Drawn(string column) => [.. parameters.Select(row => row.Number(column))];
        IEnumerable<int> Chosen(string column, Func<double, int> number) => parameters.Select(row => number(row.Number(column)));
    }

    [Fact]
    public void DiscreteSample_CutsTheSamplesOwnRange_AndHoldsUpperEnds()
    {
        Assert.Equal([0, 0, 1, 1, 2], DiscreteSample.Of([0.4, 0.5, 0.55, 0.6, 0.7], 3));
        Assert.Equal([0, 0], DiscreteSample.Of([0.0, 0.0], 3));
        Assert.All(DiscreteSample.Of([0.3, 0.3], 2), choice => Assert.Equal(0, choice));
    }

    [Fact]
    public void WeightNoise_MovesOneLevelAfterAnother_FromTheNominal()
    {
        double[] uniforms = [.. Enumerable.Repeat(1.0, 8), .. Enumerable.Repeat(0.0, 49)];
        var next = 0;
        var weights = WeightNoise.Of(Tree, Tree.Weights, [new(1, 0.25), new(0, 0.5)], () => uniforms[next++]);
        Assert.Equal(57, next);
        Assert.Equal(1.25 * Tree.Weights[Tree.NodeOf("P2P")], weights[Tree.NodeOf("P2P")]);
        Assert.Equal(0.5 * Tree.Weights[Tree.NodeOf("CO2")], weights[Tree.NodeOf("CO2")]);
        Assert.Equal(Tree.Weights[Tree.NodeOf("Sust")], weights[Tree.NodeOf("Sust")]);
    }

    [Fact]
    public void Run_WithGapsAndMixedMeans_EqualsTheMeansOneByOne()
    {
        var scores = s_tables[0].WithColumns(j => [.. s_tables[0].Column(j).ToArray().Select((x, unit) => (j * 7 + unit) % 11 == 0 ? double.NaN : x)]);
        ImmutableArray<double> powers = [.. Tree.Groups.Select(g => g.Level switch { 1 => 1.0, 2 => 0.0, _ => -1.0 })];
        var run = RobustnessRun.Of(new(Tree, [scores], [powers], 1, (_, weights) =>
        {
            Tree.Weights.CopyTo(weights);
            return new(0, 0);
        }));
        var nodes = TreeAggregation.Of(scores, Tree, Tree.Weights, g => g.Level switch
        {
            1 => GroupAggregation.Arithmetic, 2 => GroupAggregation.Geometric, _ => GroupAggregation.Harmonic,
        });
        for (var unit = 0; unit < run.Units.Length; unit++)
            Near(nodes[unit, Tree.Root], run.Scores(unit)[0], 1e-13, run.Units[unit]);
    }

    [Fact]
    public void Run_OfAGeometricMeanOverNegativeScores_IsRefused() => Assert.Throws<UndefinedResultException>(() =>
        RobustnessRun.Of(Plan(10, RobustnessPlan.Random(Tree, 1, 2, 0.25, 1)) with { Tables = [Ordered(Table("asem_N_zscore_0_1.csv"))] }));

    [Fact]
    public void RandomRun_IsRepeatable_AndItsBandsHoldTheMedian()
    {
        var first = Random(7);
        Assert.Equal(first, Random(7));
        Assert.NotEqual(first, Random(8));
        Assert.All(first, unit =>
        {
            Assert.InRange(unit.Scores.Median, unit.Scores.Low, unit.Scores.High);
            Assert.InRange(unit.Ranks.Median, unit.Ranks.Low, unit.Ranks.High);
        });
        Assert.Contains(first, unit => unit.Ranks.High - unit.Ranks.Low >= 3);

        ImmutableArray<UnitRobustness> Random(ulong seed) => RobustnessRun.Of(Plan(200, RobustnessPlan.Random(Tree, 10, 2, 0.25, seed))).Bands();
    }

    [Fact]
    public void Run_WithoutNoise_HasBandsOfNoWidth()
    {
        var run = RobustnessRun.Of(Plan(20, RobustnessPlan.Random(Tree, 1, 1, 0.0, 3)));
        Assert.All(run.Bands(), unit => Assert.Equal(unit.Scores.Low, unit.Scores.High));
        var index = TreeAggregation.Of(s_tables[0], Tree, Tree.Weights, _ => GroupAggregation.Arithmetic).Column(Tree.Root);
        Assert.Equal(Ranks.Of(index, RankOrder.Descending, RankTies.Min), run.Bands().Select(unit => unit.Ranks.Median));
    }

    private static RobustnessPlan Plan(int draws, DrawParameters parameters) =>
        new(Tree, s_tables, [RobustnessPlan.Throughout(Tree, 1.0), RobustnessPlan.Throughout(Tree, 0.0)], draws, parameters);

    private static IEnumerable<UnitTable> Normalised(int points)
    {
        var treated = Directions.Apply(
            Imputed.MapColumns(column => OutlierTreatment.Of(column, new OutlierRule { MaximumPoints = points }).Values), IsNegative);
        yield return Ordered(treated.MapColumns(column => Scaling.MinMax(column, 1, 100)));
        yield return Ordered(treated.MapColumns(column => Scaling.ZScore(column, 10, 2)));
    }

    private static UnitTable Ordered(UnitTable table) => table.WithIndicators(Tree.Codes[..Tree.Indicators]);
}
