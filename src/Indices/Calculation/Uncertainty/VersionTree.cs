using System.Collections.Immutable;
using Indices.Methodology;

namespace Indices.Calculation.Uncertainty;

/// <summary>The tree of a version with a place for the drawn weight of every node.</summary>
internal sealed class VersionTree
{
    private readonly ImmutableArray<WeightSlot>.Builder _slots = ImmutableArray.CreateBuilder<WeightSlot>();
    private readonly ImmutableArray<Range>.Builder _levels = ImmutableArray.CreateBuilder<Range>();
    private readonly Dictionary<string, int> _places;
    private readonly ImmutableArray<Sibling>[] _siblings;
    private int _groups;

    internal VersionTree(IndexMethodology version)
    {
        Version = version;
        Indicators = [.. version.Root.Indicators];
        _places = Indicators.Select((indicator, place) => (indicator.Code, place)).ToDictionary(p => p.Code, p => p.place);
        _siblings = new ImmutableArray<Sibling>[Indicators.Length];
        Root = Add(version.Root);
        (Slots, Levels) = (_slots.ToImmutable(), _levels.ToImmutable());
    }

    internal IndexMethodology Version { get; }

    /// <summary>In file order.</summary>
    internal ImmutableArray<Indicator> Indicators { get; }

    internal TreeGroup Root { get; }

    /// <summary>Every node but the root: group by group, parents before children, in file order.</summary>
    internal ImmutableArray<WeightSlot> Slots { get; }

    /// <summary>Slots whose weights sum to 1.</summary>
    internal ImmutableArray<Range> Levels { get; }

    internal int GroupCount => _groups;

    /// <summary>The indicators of the group that holds an indicator, itself among them.</summary>
    internal ImmutableArray<Sibling> Siblings(int indicator) => _siblings[indicator];

    private TreeGroup Add(IndexGroup group)
    {
        var (place, start) = (_groups++, _slots.Count);
        _slots.AddRange(group.Children.Select(child => new WeightSlot(child.Code, child.Weight.Value)));
        _levels.Add(start.._slots.Count);
        var siblings = group.Children.Index().Where(c => c.Item is Indicator)
            .Select(c => new Sibling(_places[c.Item.Code], start + c.Index)).ToImmutableArray();
        foreach (var sibling in siblings)
            _siblings[sibling.Indicator] = siblings;
        // A child without weight takes no part, and has no logarithm of zero to spoil a sum with.
        return new(place, group.Aggregation.Power, [.. group.Children.Index().Select(c => Child(c.Item, start + c.Index)).Where(c => _slots[c.Slot].Weight > 0.0)]);
    }

    private TreeChild Child(IndexNode node, int slot) =>
        node is IndexGroup group ? new(slot, -1, Add(group)) : new(slot, _places[node.Code], null);
}

/// <param name="Weight">Within its parent, as published.</param>
internal readonly record struct WeightSlot(string Code, double Weight);

/// <param name="Place">Number of the group in its tree.</param>
/// <param name="Power">Power of its mean, as published.</param>
internal sealed record TreeGroup(int Place, double Power, ImmutableArray<TreeChild> Children);

/// <param name="Slot">Of its weight.</param>
/// <param name="Indicator">Place of the indicator; meaningless for a group.</param>
internal sealed record TreeChild(int Slot, int Indicator, TreeGroup? Group);

internal readonly record struct Sibling(int Indicator, int Slot);
