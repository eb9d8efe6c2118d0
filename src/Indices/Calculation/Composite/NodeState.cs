using System.Collections.Immutable;
using Indices.Methodology;
using Indices.Observations;

namespace Indices.Calculation.Composite;

/// <summary>A node of the tree in one period (methodology, sections 2.2, 5 and 8).</summary>
/// <param name="Weight">Within its parent.</param>
/// <param name="Value">Score or aggregate; null when a child has none.</param>
/// <param name="Coverage">Share of its weight that is observed or not yet due.</param>
/// <param name="Imputed">Share of its weight that we imputed.</param>
/// <param name="Worst">Worst flag of the indicators below.</param>
/// <param name="Missing">Why there is no value; null when there is one.</param>
/// <param name="Children">In file order; empty for an indicator.</param>
internal sealed record NodeState(
    IndexNode Node,
    double Weight,
    double? Value,
    double Coverage,
    double Imputed,
    ObservationStatus Worst,
    Warning? Missing,
    ImmutableArray<NodeState> Children)
{
    // Less imputed weight than this is an estimate, not an imputation.
    private const double ImputedFrom = 0.10;

    /// <summary>The indicator's own state; null for a group.</summary>
    internal LeafState? Leaf { get; private init; }

    internal ObservationStatus Status(double epsilon) =>
        Value is null ? ObservationStatus.O
        : Worst == ObservationStatus.I && Imputed < ImputedFrom - epsilon ? ObservationStatus.E
        : Worst;

    /// <summary>This node if it is a group, and all groups below, parents before children, in file order.</summary>
    internal IEnumerable<NodeState> Groups =>
        Node is IndexGroup ? Children.SelectMany(child => child.Groups).Prepend(this) : [];

    /// <param name="before">The node over other leaves; a part of it is kept where its leaves are the same objects.</param>
    /// <param name="values">Of groups whose children all have one, null for a mean that does not exist; without it they are worked out.</param>
    internal static NodeState Of(
        IndexNode node, IReadOnlyDictionary<string, LeafState> leaves, NodeState? before = null, Func<IndexGroup, double?>? values = null)
    {
        if (node is not IndexGroup group)
            return before is not null && ReferenceEquals(before.Leaf, leaves[node.Code]) ? before : OfLeaf(node, leaves[node.Code]);
        ImmutableArray<NodeState> children = [.. group.Children.Select((child, i) => Of(child, leaves, before?.Children[i], values))];
        return before is not null && children.Zip(before.Children).All(pair => ReferenceEquals(pair.First, pair.Second)) ? before : OfGroup(group, children, values);
    }

    private static NodeState OfLeaf(IndexNode node, LeafState leaf) => new(
        node,
        node.Weight.Value,
        leaf.Score.Score,
        leaf.Score.IsCovered ? 1.0 : 0.0,
        leaf.Score.Status == ObservationStatus.I ? 1.0 : 0.0,
        leaf.Score.Status,
        leaf.Missing,
        []) { Leaf = leaf };

    private static NodeState OfGroup(IndexGroup group, ImmutableArray<NodeState> children, Func<IndexGroup, double?>? values)
    {
        var (coverage, imputed, worst) = (0.0, 0.0, ObservationStatus.A);
        foreach (var child in children)
        {
            coverage += child.Weight * child.Coverage;
            imputed += child.Weight * child.Imputed;
            worst = ObservationStatuses.Worse(worst, child.Worst);
        }
        var missing = children.Select(child => child.Missing).FirstOrDefault(why => why is not null);
        double? value = missing is not null ? null : values is not null ? values(group) : WeightedMean.Of(
            group.Aggregation, [.. children.Select(child => child.Weight)], [.. children.Select(child => child.Value!.Value)]);
        if (missing is null && value is null)
            missing = new($"{group.Name.Chinese}含负值，只能求算术平均", $"{group.Name.In(true)} holds a negative value, of which there is an arithmetic mean alone");
        return new(group, group.Weight.Value, value, coverage, imputed, worst, missing, children);
    }
}
