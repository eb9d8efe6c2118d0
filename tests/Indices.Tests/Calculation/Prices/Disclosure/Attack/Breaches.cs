using Indices.Methodology;
using Indices.Time;

namespace Indices.Tests.Calculation.Prices.Disclosure.Attack;

/// <summary>
/// Prices that a reader narrows further than stated (docs/decisions/0013): what a user of funds paid in one cell and
/// period, be the reader outside, or another user of the period who knows what he paid himself; and the price of a cell
/// that rests on too few users.
/// </summary>
internal sealed class Breaches(Market market, IReadOnlyDictionary<string, (double Low, double High)> published)
{
    // Slopes are differences, and a few figures are not quite linear over a step.
    private const double Tolerance = 1e-3;

    private static readonly DisclosureRule s_rule = new(3, 3, 0.75, 0.9);
    private static readonly double s_outside = (1 - s_rule.Top1Maximum) / s_rule.Top1Maximum;
    private static readonly double s_inside = (1 - s_rule.Top2Maximum) / s_rule.Top1Maximum;

    private readonly Attacker _attacker = new(market, published);
    private readonly int[] _deals = [.. Enumerable.Range(0, market.Deals.Length)];

    internal IEnumerable<string> All() => _deals.GroupBy(Prices).SelectMany(Of).Concat(_deals.GroupBy(Cell).SelectMany(Suppressed));

    private (Period, string, int, string) Prices(int deal) => (market.PeriodOf(deal), market.Deals[deal].Product, market.Deals[deal].TenorYears, market.Deals[deal].Entity);

    private (Period, string, int) Cell(int deal) => (market.PeriodOf(deal), market.Deals[deal].Product, market.Deals[deal].TenorYears);

    private IEnumerable<string> Of(IGrouping<(Period Period, string Product, int Tenor, string User), int> target)
    {
        var average = Average([.. target]);
        // Deals of one user do not hide one another.
        bool IsOwn(int d) => market.Deals[d].Entity == target.Key.User && market.PeriodOf(d) == target.Key.Period && !target.Contains(d);
        var outside = _attacker.StillOpen(average, IsOwn);
        if (outside < s_outside - Tolerance)
            yield return FormattableString.Invariant($"{target.Key} is open to {outside:0.####}");
        foreach (var insider in _deals.Where(d => market.PeriodOf(d) == target.Key.Period).Select(d => market.Deals[d].Entity).Distinct().Where(e => e != target.Key.User))
        {
            var inside = _attacker.StillOpen(average, d => IsOwn(d) || market.Deals[d].Entity == insider);
            if (inside < s_inside - Tolerance)
                yield return FormattableString.Invariant($"{target.Key} is open to {inside:0.####} for {insider}");
        }
    }

    // The larger of two users is half of the cell at least.
    private IEnumerable<string> Suppressed(IGrouping<(Period, string, int), int> cell)
    {
        if (cell.Select(d => market.Deals[d].Entity).Distinct().Count() >= s_rule.MinimumEntities)
            yield break;
        var open = _attacker.StillOpen(Average([.. cell]), _ => false);
        if (open < s_inside / 2 - Tolerance)
            yield return FormattableString.Invariant($"{cell.Key} is open to {open:0.####}");
    }

    private double[] Average(int[] deals)
    {
        var amount = deals.Sum(d => market.Deals[d].Amount);
        return [.. market.Deals.Select((d, i) => deals.Contains(i) ? d.Amount / amount : 0)];
    }
}
