using System.Collections.Immutable;
using Indices.Calculation.Lab.Aggregations;
using Indices.Calculation.Lab.Weightings;

namespace Indices.Calculation.Lab.Report;

/// <summary>Weights of a group's children from their columns.</summary>
/// <param name="given">Weights of the methodology, relative.</param>
public delegate IReadOnlyList<double> WeightingStep(IReadOnlyList<double[]> columns, IReadOnlyList<double> given);

/// <summary>The weights that the lab tries, group by group from the indicators up.</summary>
public static class WeightMethods
{
    private const double SmallestSum = 1e-9;

    public static LabMethod<WeightingStep> AsPublished { get; } = new("file", "方法文件的权重", "Weights of the methodology", (_, given) => given);

    public static ImmutableArray<LabMethod<WeightingStep>> All { get; } =
    [
        AsPublished,
        new("equal", "等权", "Equal", (columns, _) => [.. columns.Select(_ => 1.0)]),
        new("pca", "主成分载荷", "First principal component", (columns, _) => PrincipalComponents.Of(columns).Loadings),
        new("pca_squared", "主成分载荷平方", "Its loadings squared", (columns, _) => PrincipalComponents.Of(columns).SquaredLoadings),
        new("entropy", "熵权", "Entropy", (columns, _) => EntropyWeights.Of(columns)),
        new("critic", "CRITIC", "CRITIC", (columns, _) => CriticWeights.Of(columns)),
        new("importance_equal", "同等重要性（相关平方）", "Equal importance (squared correlation)", (columns, _) =>
            ImportanceWeights.Of(columns, [.. columns.Select(_ => 1.0)]).Weights),
        new("importance_file", "重要性与权重相符（相关平方）", "Importance as weighted (squared correlation)", (columns, given) =>
            ImportanceWeights.Of(columns, given).Weights),
        new("importance_ratio", "同等重要性（相关比）", "Equal importance (correlation ratio)", (columns, _) =>
            ImportanceWeights.Of(columns, [.. columns.Select(_ => 1.0)], ImportanceMeasure.CorrelationRatio).Weights),
    ];

    /// <summary>Weights of every node, adding up to 1 within each group. A child that does not vary tells nothing and has none.</summary>
    /// <exception cref="UndefinedResultException">The method has no result on these scores.</exception>
    internal static double[] Of(LabSubject subject, LabMethod<WeightingStep> method)
    {
        var (tree, weights) = (subject.Tree, Given(subject.Tree));
        if (method == AsPublished)
            return weights;
        var columns = new double[tree.Codes.Length][];
        for (var j = 0; j < tree.Indicators; j++)
            columns[j] = subject.Scores.Column(j).ToArray();
        foreach (var group in tree.Groups)
        {
            Vary(method, group, columns, weights);
            columns[group.Node] = GroupAggregation.Of(group.Aggregation).Over(
                [.. group.Children.Select(child => columns[child])], [.. group.Children.Select(child => weights[child])]);
        }
        return weights;
    }

    private static double[] Given(LabTree tree)
    {
        double[] weights = [.. tree.Weights];
        foreach (var group in tree.Groups)
            foreach (var (child, share) in group.Children.Zip(Shares.Of([.. group.Children.Select(child => tree.Weights[child])])))
                weights[child] = share;
        return weights;
    }

    private static void Vary(LabMethod<WeightingStep> method, LabGroup group, double[][] columns, double[] weights)
    {
        var varying = group.Children.Where(child => Extent.Of(columns[child]) is var (low, high) && high > low).ToList();
        if (varying.Count < 2)
            return;
        var found = method.Run([.. varying.Select(child => columns[child])], [.. varying.Select(child => weights[child])]);
        // Loadings may be negative, and then add up to nothing that shares could be taken of.
        if (!(Math.Abs(found.Sum()) > SmallestSum))
            throw new UndefinedResultException($"{group.Code}的权重之和为零或不存在。", $"The weights of {group.Code} add up to zero or do not exist.");
        var shares = Shares.Of(found);
        foreach (var child in group.Children)
            weights[child] = varying.IndexOf(child) is >= 0 and var at ? shares[at] : 0.0;
    }
}
