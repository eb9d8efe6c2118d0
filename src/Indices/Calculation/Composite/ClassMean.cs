using Indices.Methodology;

namespace Indices.Calculation.Composite;

/// <summary>
/// The score of an indicator whose value is overdue beyond the limit moves with its observed siblings, which equals
/// dropping it with an implicit link (methodology, section 3.5): S(t) = S(t−1) · Σ w S(t) / Σ w S(t−1).
/// </summary>
internal static class ClassMean
{
    /// <summary>Factor by which the siblings observed in both periods moved; 1 when none was.</summary>
    internal static double Movement(
        IEnumerable<Indicator> siblings, IReadOnlyDictionary<string, LeafState> now, IReadOnlyDictionary<string, LeafState> before)
    {
        var (sumNow, sumBefore) = (0.0, 0.0);
        foreach (var sibling in siblings)
        {
            if (Observed(now, sibling) is not { } scoreNow || Observed(before, sibling) is not { } scoreBefore)
                continue;
            var weight = sibling.Weight.Value;
            (sumNow, sumBefore) = (sumNow + weight * scoreNow, sumBefore + weight * scoreBefore);
        }
        return sumNow > 0 && sumBefore > 0 ? sumNow / sumBefore : 1.0;
    }

    private static double? Observed(IReadOnlyDictionary<string, LeafState> states, Indicator indicator) =>
        states[indicator.Code].Score is { Raw: not null } score ? score.Score : null;
}
