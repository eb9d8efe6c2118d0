using System.Collections.Immutable;
using Indices.Methodology;

namespace Indices.Calculation.Composite;

/// <summary>Points by which each indicator moved the index from one state of a tree to another of the same tree, without a residual (methodology, section 7).</summary>
internal static class Decomposition
{
    /// <summary>M(t) − M(s) = Σ w · chord(x) / chord(M) · (x(t) − x(s)), level by level down the tree.</summary>
    /// <param name="before">With a value, as is <paramref name="after"/>.</param>
    /// <param name="factor">Index points for one unit of the root.</param>
    /// <returns>In file order; empty when a value of zero, which has no logarithm, would make them wrong.</returns>
    internal static ImmutableArray<LeafPoints> Of(NodeState before, NodeState after, double factor)
    {
        var found = ImmutableArray.CreateBuilder<LeafPoints>();
        Collect(before, after, factor, found);
        return found.All(leaf => double.IsFinite(leaf.Points)) ? found.ToImmutable() : [];
    }

    private static void Collect(NodeState before, NodeState after, double multiplier, ImmutableArray<LeafPoints>.Builder found)
    {
        var power = ((IndexGroup)after.Node).Aggregation.Power;
        var whole = ExtendedMean.Chord(power, after.Value!.Value, before.Value!.Value);
        foreach (var (old, now) in before.Children.Zip(after.Children))
        {
            var each = multiplier * now.Weight * ExtendedMean.Chord(power, now.Value!.Value, old.Value!.Value) / whole;
            if (now.Node is IndexGroup)
                Collect(old, now, each, found);
            else
                found.Add(new(after.Node.Code, now.Node.Code, each * (now.Value!.Value - old.Value!.Value)));
        }
    }
}

/// <param name="Group">Code of the group that holds the indicator.</param>
internal readonly record struct LeafPoints(string Group, string Indicator, double Points);
