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
        var amounts = deals.GroupBy(d => d.Deal.Entity).Select(user => user.Sum(d => d.Deal.Amount)).ToList();
        return deals.Count < rule.MinimumDeals || amounts.Count < rule.MinimumEntities ? Confidentiality.SmallCount
            : IsDominated(rule, amounts) ? Confidentiality.Dominance
            : Confidentiality.Free;
    }

    /// <summary>The same of a sum in which prices have weights of their own, such as the index: its weights are those of other years.</summary>
    /// <param name="weights">By column; a column of weight 0 is not in the sum.</param>
    internal static Confidentiality Of(DisclosureRule rule, IEnumerable<(Respondent Respondent, double Weight)> weights)
    {
        var shares = weights.Where(w => w.Weight != 0).GroupBy(w => w.Respondent.User)
            .Select(user => user.Sum(w => Math.Abs(w.Weight))).ToList();
        return shares.Count < rule.MinimumEntities ? Confidentiality.SmallCount
            : IsDominated(rule, shares) ? Confidentiality.Dominance
            : Confidentiality.Free;
    }

    private static bool IsDominated(DisclosureRule rule, List<double> byUser)
    {
        var (total, largest) = (byUser.Sum(), byUser.OrderDescending().Take(2).ToList());
        return largest[0] > (rule.Top1Maximum + Tolerance) * total || largest.Sum() > (rule.Top2Maximum + Tolerance) * total;
    }
}
