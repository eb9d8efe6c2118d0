using System.Collections.Immutable;
using Indices.Time;

namespace Indices.Methodology;

/// <summary>A node of an index tree. Order is file order, and sums run in it.</summary>
public abstract record IndexNode(string Code, LocalText Name, Weight Weight);

/// <summary>The index itself, a pillar, or any level between.</summary>
public sealed record IndexGroup(
    string Code,
    LocalText Name,
    Weight Weight,
    Aggregation Aggregation,
    ImmutableArray<IndexNode> Children) : IndexNode(Code, Name, Weight)
{
    /// <summary>All indicators below, in file order.</summary>
    public IEnumerable<Indicator> Indicators => Children.SelectMany(child => child switch
    {
        Indicator indicator => [indicator],
        IndexGroup group => group.Indicators,
        _ => Enumerable.Empty<Indicator>(),
    });

    /// <summary>All groups below, parents before children; this one is not among them.</summary>
    public IEnumerable<IndexGroup> Groups => Children.OfType<IndexGroup>().SelectMany(g => g.Groups.Prepend(g));
}

/// <summary>A leaf of a composite index (methodology, sections 3 and 4).</summary>
/// <param name="Transforms">Applied left to right.</param>
/// <param name="CarryForwardLimit">Periods of the indicator's own frequency; the class mean then takes over.</param>
/// <param name="DueLagDays">Days after the end of a period until its value is due; before that it is not missing.</param>
/// <param name="Target">Code prefix (T08) of the policy target that measures the same fact, or null.</param>
public sealed record Indicator(
    string Code,
    LocalText Name,
    Weight Weight,
    string Definition,
    string Unit,
    Frequency Frequency,
    bool IsStock,
    Direction Direction,
    string SourceAgency,
    ImmutableArray<int> Clauses,
    ImmutableArray<Transform> Transforms,
    GoalpostScale Scale,
    Goalpost Worst,
    Goalpost Best,
    string GoalpostRule,
    bool CapAtBest,
    int CarryForwardLimit,
    int DueLagDays,
    Alignment Alignment,
    bool YearOnYearIsPublished,
    string? Availability,
    string? Confidentiality,
    string? Target) : IndexNode(Code, Name, Weight)
{
    /// <summary>The definition in Chinese; null where the file gives it in English alone.</summary>
    public string? ChineseDefinition { get; init; }

    public string DefinitionIn(bool english) => english ? Definition : ChineseDefinition ?? Definition;

    /// <summary>Transforms in the district edition, where size must not count; null leaves the indicator out of it.</summary>
    public ImmutableArray<Transform>? DistrictTransforms { get; init; }

    /// <summary>Relative standard deviation of its revisions; null leaves it to its availability grade.</summary>
    public double? RevisionSigma { get; init; }
}

public enum Direction
{
    /// <summary>More is better.</summary>
    Positive,
    /// <summary>Less is better.</summary>
    Negative,
}

public enum GoalpostScale
{
    Linear,
    /// <summary>Natural logarithm; goalposts must be positive.</summary>
    Log,
}

/// <summary>A bound of the score: a number, or a multiple of the mean of the base year that is frozen as a number once the base year is loaded (rule R4).</summary>
public sealed record Goalpost(double? Number, double? BaseMultiple);

/// <summary>How an indicator of lower frequency enters (methodology, section 3.4).</summary>
public enum Alignment
{
    /// <summary>Same frequency as the index.</summary>
    Native,
    /// <summary>The newest value known at each period's own cut-off is held; the past is not restated when a value arrives.</summary>
    StepRelease,
    /// <summary>A year's value belongs to its quarters; the year before stands in (status E) until it is known.</summary>
    StepReference,
}
