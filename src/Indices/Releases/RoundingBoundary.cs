using System.Collections.Immutable;
using Indices.Calculation;
using Indices.Methodology;
using Indices.Time;

namespace Indices.Releases;

/// <summary>Says which printed digits hang on the last bits of the calculation, so that nobody is surprised when a reader's own sum differs.</summary>
internal static class RoundingBoundary
{
    /// <param name="firstOpen">Values before it are printed already and stand.</param>
    /// <returns>One note for each value within 1e-9 of the middle between two printed numbers.</returns>
    internal static IEnumerable<Warning> Notes(ImmutableArray<PublishedValue> values, Period firstOpen, Rounding rounding) =>
        from value in values
        where value is { Text: not null, Value: not null } && value.Period >= firstOpen
            && PublishedNumber.IsOnBoundary(value.Value.Value, rounding.Index)
        select new Warning(
            $"{value.Period}的{value.Node}恰在进位边界上（相差不到1e-9），按四舍五入（远离零）取整为{value.Text}",
            $"{value.Node} of {value.Period} lies on a rounding boundary (within 1e-9); half away from zero prints {value.Text}");
}
