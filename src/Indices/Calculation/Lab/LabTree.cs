using System.Collections.Immutable;
using Indices.Methodology;

namespace Indices.Calculation.Lab;

/// <summary>A group of a tree whose nodes have numbers.</summary>
/// <param name="Node">Its own number.</param>
/// <param name="Children">Numbers of its children, in file order.</param>
/// <param name="Level">1 for a group of indicators alone, one more than the highest child otherwise.</param>
public sealed record LabGroup(int Node, string Code, ImmutableArray<int> Children, Aggregation Aggregation, int Level);

/// <summary>
/// The tree of an index with numbered nodes: the indicators from 0 in file order, then the groups, children before parents, the
/// index itself last. What the lab varies is an array over these numbers.
/// </summary>
/// <param name="Codes">Of every node.</param>
/// <param name="Weights">Of every node within its group, relative; the index's own is 1.</param>
public sealed record LabTree(ImmutableArray<string> Codes, ImmutableArray<double> Weights, ImmutableArray<LabGroup> Groups)
{
    public int Indicators => Codes.Length - Groups.Length;

    public int Root => Codes.Length - 1;

    public int NodeOf(string code) => Codes.IndexOf(code);

    /// <summary>Level of a node: 0 for an indicator.</summary>
    public int LevelOf(int node) => node < Indicators ? 0 : Groups[node - Indicators].Level;

    /// <summary>The group that holds a node; null for the index itself.</summary>
    public LabGroup? ParentOf(int node) => Groups.FirstOrDefault(group => group.Children.Contains(node));

    /// <summary>Numbers of the indicators below a group, in file order.</summary>
    public IEnumerable<int> IndicatorsOf(LabGroup group) => group.Children.SelectMany(child =>
        child < Indicators ? [child] : IndicatorsOf(Groups[child - Indicators]));

    /// <summary>Weights of the indicators in the whole index: products of shares on the way down, adding up to 1.</summary>
    public double[] EffectiveWeights(IReadOnlyList<double> weights)
    {
        var effective = new double[Codes.Length];
        effective[Root] = 1.0;
        foreach (var group in Groups.Reverse())
        {
            var sum = group.Children.Sum(child => weights[child]);
            foreach (var child in group.Children)
                effective[child] = effective[group.Node] * weights[child] / sum;
        }
        return effective[..Indicators];
    }

    public static LabTree Of(IndexGroup root)
    {
        var indicators = root.Indicators.ToList();
        var numbers = new Dictionary<IndexNode, int>(ReferenceEqualityComparer.Instance);
        foreach (var indicator in indicators)
            numbers[indicator] = numbers.Count;
        var groups = ImmutableArray.CreateBuilder<LabGroup>();
        Number(root);
        var nodes = numbers.OrderBy(n => n.Value).Select(n => n.Key).ToList();
        return new([.. nodes.Select(n => n.Code)], [.. nodes.Select(n => n == root ? 1.0 : n.Weight.Value)], groups.ToImmutable());

        LabGroup Number(IndexGroup group)
        {
            var level = group.Children.OfType<IndexGroup>().Select(Number).Select(child => child.Level).DefaultIfEmpty(0).Max() + 1;
            numbers[group] = numbers.Count;
            groups.Add(new(numbers[group], group.Code, [.. group.Children.Select(child => numbers[child])], group.Aggregation, level));
            return groups[^1];
        }
    }
}
