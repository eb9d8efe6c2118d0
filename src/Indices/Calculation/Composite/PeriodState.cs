namespace Indices.Calculation.Composite;

/// <summary>A version in one period.</summary>
/// <param name="Leaves">By indicator.</param>
internal sealed record PeriodState(IReadOnlyDictionary<string, LeafState> Leaves, NodeState Root);
