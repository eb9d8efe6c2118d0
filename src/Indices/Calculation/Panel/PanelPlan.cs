using System.Collections.Immutable;
using Indices.Methodology;

namespace Indices.Calculation.Panel;

/// <summary>A tree made ready for a panel: weights as doubles, indicators as places of columns. Several aggregations of one tree share the scores.</summary>
public sealed class PanelPlan
{
    private PanelPlan(PanelGroup root, ImmutableArray<string> groups, int variants, int depth) =>
        (Root, Groups, Variants, Depth) = (root, groups, variants, depth);

    /// <summary>Codes of the root and of all groups below, parents before children, in file order.</summary>
    public ImmutableArray<string> Groups { get; }

    /// <summary>Number of aggregations.</summary>
    public int Variants { get; }

    internal PanelGroup Root { get; }

    /// <summary>Groups on the longest way down.</summary>
    internal int Depth { get; }

    /// <summary>The tree with the aggregations that it states.</summary>
    /// <param name="indicators">Codes in the order of the panel's columns.</param>
    /// <exception cref="ArgumentException">The panel lacks an indicator of the tree.</exception>
    public static PanelPlan Of(IndexGroup root, ImmutableArray<string> indicators) => Of(root, indicators, [null]);

    /// <summary>The tree once for each aggregation, used at every level.</summary>
    /// <exception cref="ArgumentException">The panel lacks an indicator of the tree.</exception>
    public static PanelPlan Of(IndexGroup root, ImmutableArray<string> indicators, ImmutableArray<Aggregation> aggregations) =>
        Of(root, indicators, [.. aggregations.Select(a => (Aggregation?)a)]);

    private static PanelPlan Of(IndexGroup root, ImmutableArray<string> indicators, Aggregation?[] aggregations)
    {
        var places = indicators.Select((code, place) => (code, place)).ToDictionary(i => i.code, i => i.place);
        var codes = new List<string>();
        var depth = 0;
        return new(Group(root, 0), [.. codes], aggregations.Length, depth);

        PanelGroup Group(IndexGroup group, int level)
        {
            var place = codes.Count;
            codes.Add(group.Code);
            depth = Math.Max(depth, level + 1);
            // A child without weight takes no part.
            var children = group.Children.Where(child => child.Weight > Weight.Zero).Select(child => Child(child, level)).ToArray();
            return new(place, level, [.. aggregations.Select(a => (a ?? group.Aggregation).Power)], [.. children]);
        }

        PanelChild Child(IndexNode node, int level) => node switch
        {
            IndexGroup group => new(group.Weight.Value, -1, Group(group, level + 1)),
            _ => new(node.Weight.Value, places.TryGetValue(node.Code, out var place)
                ? place : throw new ArgumentException($"The panel has no column {node.Code}.", nameof(indicators)), null),
        };
    }
}

/// <param name="Place">Among the plan's groups.</param>
/// <param name="Level">0 for the root.</param>
/// <param name="Powers">Of each aggregation (<see cref="Aggregation.Power"/>).</param>
internal sealed record PanelGroup(int Place, int Level, ImmutableArray<double> Powers, ImmutableArray<PanelChild> Children);

/// <param name="Column">Of an indicator; −1 for a group.</param>
/// <param name="Group">Null for an indicator.</param>
internal sealed record PanelChild(double Weight, int Column, PanelGroup? Group);
