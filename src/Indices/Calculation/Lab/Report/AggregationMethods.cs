using System.Collections.Immutable;
using Indices.Calculation.Lab.Aggregations;

namespace Indices.Calculation.Lab.Report;

/// <summary>Makes the index of each unit from scores and weights.</summary>
public delegate double[] AggregationStep(LabTree tree, UnitTable scores, IReadOnlyList<double> weights);

/// <summary>The aggregations that the lab tries.</summary>
public static class AggregationMethods
{
    public static LabMethod<AggregationStep> AsPublished { get; } =
        new("file", "方法文件的平均", "Means of the methodology", Through(group => GroupAggregation.Of(group.Aggregation)));

    public static ImmutableArray<LabMethod<AggregationStep>> All { get; } =
    [
        AsPublished,
        new("arithmetic", "算术平均", "Arithmetic mean", Through(_ => GroupAggregation.Arithmetic)),
        new("geometric", "几何平均", "Geometric mean", Through(_ => GroupAggregation.Geometric)),
        new("harmonic", "调和平均", "Harmonic mean", Through(_ => GroupAggregation.Harmonic)),
        // Outranking compares indicators, not means of them: one level, with the weights in the whole index.
        new("copeland", "Copeland 比较", "Copeland", (tree, scores, weights) =>
            Outranking.Copeland([.. Enumerable.Range(0, tree.Indicators).Select(j => scores.Column(j).ToArray())], tree.EffectiveWeights(weights))),
    ];

    private static AggregationStep Through(Func<LabGroup, GroupAggregation> how) => (tree, scores, weights) =>
        TreeAggregation.Of(scores, tree, weights, how).Column(tree.Root).ToArray();
}
