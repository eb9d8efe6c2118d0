using Indices.Methodology;
using Indices.Observations;

namespace Indices.Calculation.Prices.Disclosure;

/// <summary>
/// Whether a value over several periods may be published beside those published before it (methodology, section 11.7).
/// Two windows that overlap give their difference away: what entered and what left.
/// </summary>
internal static class WindowRule
{
    /// <param name="window">Deals that the value rests on.</param>
    /// <param name="published">The deals of each window of the same series that is published already, in any order; a revision of the same window is one of them.</param>
    internal static Confidentiality Of(
        DisclosureRule rule, IReadOnlyCollection<PricedDeal> window, IEnumerable<IReadOnlyCollection<PricedDeal>> published) =>
        PrimaryRule.Of(rule, window) is var primary and not Confidentiality.Free ? primary
        : published.All(earlier => MayBeSubtracted(rule, window, earlier)) ? Confidentiality.Free
        : Confidentiality.Window;

    /// <summary>True when the deals in one of the two only come from enough users of funds, or when there are none: then there is nothing to learn.</summary>
    private static bool MayBeSubtracted(
        DisclosureRule rule, IReadOnlyCollection<PricedDeal> window, IReadOnlyCollection<PricedDeal> earlier)
    {
        var users = window.ExceptBy(earlier.Select(d => d.Deal.Code), d => d.Deal.Code)
            .Concat(earlier.ExceptBy(window.Select(d => d.Deal.Code), d => d.Deal.Code))
            .Select(d => d.Deal.Entity).Distinct().Count();
        return users == 0 || users >= rule.MinimumEntities;
    }
}
