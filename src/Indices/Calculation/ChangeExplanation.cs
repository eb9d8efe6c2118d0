using System.Collections.Immutable;
using Indices.Time;

namespace Indices.Calculation;

/// <summary>
/// Why the index reads otherwise than when it was last published: the change from the value of <paramref name="From"/> as
/// the release before calculated it, to the value of <paramref name="To"/> as it is calculated now.
/// </summary>
/// <param name="From">Period of the release before.</param>
/// <param name="Before">Index points that the release before gave <paramref name="From"/>.</param>
/// <param name="After">Index points that the calculation now gives <paramref name="To"/>.</param>
/// <param name="Items">In file order; they add up to <paramref name="After"/> − <paramref name="Before"/> exactly.</param>
public sealed record ChangeExplanation(
    string Code, string Area, Period From, Period To, double Before, double After, ImmutableArray<ChangeItem> Items);

/// <param name="Group">Code of the group that holds the indicator; of the index for what concerns the whole.</param>
/// <param name="Indicator">Code of the indicator, or <see cref="Contribution.MethodChange"/>.</param>
public sealed record ChangeItem(string Group, string Indicator, ChangeCause Cause, double Points);

public enum ChangeCause
{
    /// <summary>An indicator moved from one observed value to the next.</summary>
    NewData,
    /// <summary>A value that the release before had used is another now.</summary>
    RevisedData,
    /// <summary>Goalposts, base or link factor came out otherwise, or another version took over.</summary>
    MethodChange,
    /// <summary>A stand-in (estimated, carried forward or imputed) took the place of an observed value, or gave way to one.</summary>
    Coverage,
}
