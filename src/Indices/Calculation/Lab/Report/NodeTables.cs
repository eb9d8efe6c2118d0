using Indices.Calculation.Lab.Aggregations;
using Indices.Calculation.Lab.Diagnostics;
using Indices.Calculation.Lab.Weightings;

namespace Indices.Calculation.Lab.Report;

/// <summary>What the published method's own nodes say about each other.</summary>
internal sealed class NodeTables(LabSubject subject, double[] weights)
{
    private readonly LabTree _tree = subject.Tree;
    private readonly UnitTable _nodes = TreeAggregation.Of(subject.Scores, subject.Tree, weights, group => GroupAggregation.Of(group.Aggregation));

    /// <summary>Every pair of nodes.</summary>
    internal IEnumerable<CorrelationPair> Correlations()
    {
        for (var first = 0; first < _tree.Codes.Length; first++)
            for (var second = first + 1; second < _tree.Codes.Length; second++)
                yield return new(
                    _tree.Codes[first], _tree.Codes[second], Correlation.Complete(_nodes.Column(first), _nodes.Column(second)).First.Length,
                    Of(first, second, CorrelationKind.Pearson), Of(first, second, CorrelationKind.Spearman), Of(first, second, CorrelationKind.Kendall));
    }

    internal IEnumerable<GroupConsistency> Consistency() => _tree.Groups.Select(group =>
    {
        var columns = group.Children.Select(child => _nodes.Column(child).ToArray()).ToList();
        return new GroupConsistency(group.Code, columns.Count, CronbachAlpha.Of(columns), FirstComponent(columns));
    });

    /// <summary>Every node below the index, group by group from the top.</summary>
    internal IEnumerable<NodeImportance> Importance()
    {
        var effective = Effective();
        foreach (var group in _tree.Groups.OrderByDescending(group => group.Level))
        {
            var correlations = group.Children.Select(child => Of(child, _tree.Root, CorrelationKind.Pearson)).ToList();
            var ratios = group.Children.Select(child => CorrelationRatio.Of(_nodes.Column(child), _nodes.Column(_tree.Root))).ToList();
            for (var i = 0; i < group.Children.Length; i++)
                yield return new(
                    _tree.Codes[group.Children[i]], group.Code, weights[group.Children[i]], effective[group.Children[i]],
                    correlations[i], Share(correlations[i] * correlations[i], correlations.Select(r => r * r)), ratios[i], Share(ratios[i], ratios));
        }
    }

    /// <summary>Every node below the index, with its weight set to zero. A group left without weight is left out of its own group.</summary>
    internal IEnumerable<LeftOut> LeaveOneOut(Comparison comparison)
    {
        foreach (var node in Enumerable.Range(0, _tree.Root))
        {
            double[] without = [.. weights];
            without[node] = 0.0;
            var values = AggregationMethods.AsPublished.Run(_tree, subject.Scores, without);
            yield return new(_tree.Codes[node], [.. values], Comparison.RanksOf(values), comparison.With(values));
        }
    }

    private double Of(int first, int second, CorrelationKind kind) => Correlation.Of(_nodes.Column(first), _nodes.Column(second), kind);

    private double[] Effective()
    {
        var effective = new double[_tree.Codes.Length];
        effective[_tree.Root] = 1.0;
        foreach (var group in _tree.Groups.Reverse())
            foreach (var child in group.Children)
                effective[child] = effective[group.Node] * weights[child];
        return effective;
    }

    private static double Share(double part, IEnumerable<double> all) => part / all.Where(x => !double.IsNaN(x)).Sum();

    private static double FirstComponent(List<double[]> columns)
    {
        try
        {
            return PrincipalComponents.Of(columns).FirstShare;
        }
        catch (UndefinedResultException)
        {
            return double.NaN;
        }
    }
}
