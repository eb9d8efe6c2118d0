namespace Indices.Calculation.Panel;

/// <summary>What becomes of a group when a child has no value.</summary>
public enum MissingChildren
{
    /// <summary>The group has no value either: a version of an index never rescales its weights (methodology, section 3.5).</summary>
    LeaveGroupEmpty,
    /// <summary>The weights of the other children are rescaled to sum to 1; no value when none is left. For studies, not for a published index.</summary>
    RescaleWeights,
}
