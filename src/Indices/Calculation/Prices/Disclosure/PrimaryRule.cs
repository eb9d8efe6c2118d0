using Indices.Methodology;
using Indices.Observations;

namespace Indices.Calculation.Prices.Disclosure;

/// <summary>
/// Whether the deals behind one value allow its publication: enough deals of enough users of funds, and neither one nor
/// two of them behind nearly all of the amount (methodology, section 11.7). Drawdowns of one user count once.
/// </summary>
internal static class PrimaryRule
{
    // A share that is at its limit but for the last bit is at its limit.
    private const double Tolerance = 1e-9;

    /// <param name="deals">Those that the value rests on; none is too few.</param>
    internal static Confidentiality Of(DisclosureRule rule, IReadOnlyCollection<PricedDeal> deals)
    {
        var amounts = deals.GroupBy(d => d.Deal.Entity).Select(user => user.Sum(d => d.Deal.Amount)).OrderDescending().ToList();
        if (deals.Count < rule.MinimumDeals || amounts.Count < rule.MinimumEntities)
            return Confidentiality.SmallCount;
        var total = amounts.Sum();
        return amounts[0] > (rule.Top1Maximum + Tolerance) * total || amounts.Take(2).Sum() > (rule.Top2Maximum + Tolerance) * total
            ? Confidentiality.Dominance
            : Confidentiality.Free;
    }
}
