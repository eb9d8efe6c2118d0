using Indices.Methodology;
using Indices.Observations;
using Indices.Time;

namespace Indices.Calculation.Prices;

/// <summary>What may be published of one period of a price index (methodology, sections 2.2 and 11.7).</summary>
internal static class PriceGate
{
    // Imputed weight below this shows as estimated (methodology, section 2.2).
    private const double SmallImputedShare = 0.10;

    /// <summary>Nothing below the total is published: with public weights, sub-indices disclose single deals by subtraction.</summary>
    internal static Warning Withheld { get; } = new("依规不公布：披露控制", "withheld: disclosure control");

    internal static NodeValue Total(PriceVersion version, string code, Period period)
    {
        var state = version.Run.At(period);
        var (value, share) = (version.IndexAt(period), state?.ObservedShare() ?? 0);
        var (status, reason) = Verdict(version.Run, period, value, share);
        return new(period, code, version.Version, value, status, share, reason is null, reason);
    }

    private static (ObservationStatus, Warning?) Verdict(PriceRun run, Period period, double? value, double share)
    {
        if (value is null)
            return (ObservationStatus.O, new("无数值：基期、链接或权重的数据不完整", "no value: data for the base, the link or the weights are incomplete"));
        if (Disclosure(run.Rules.Disclosure, [.. run.Book.ByPeriod[period]]) is { } withheld)
            return (ObservationStatus.Q, withheld);
        if (share + run.Methodology.Coverage.Epsilon < run.Rules.MinimumObservedWeight)
            return (ObservationStatus.U, new(
                FormattableString.Invariant($"成交不足：有成交的单元权重低于{100 * run.Rules.MinimumObservedWeight:0.##}%"),
                FormattableString.Invariant($"too few deals: cells with deals carry less than {100 * run.Rules.MinimumObservedWeight:0.##} % of weight")));
        return (StatusOf(1 - share, run.Methodology.Coverage.Epsilon), null);
    }

    private static ObservationStatus StatusOf(double imputed, double epsilon) =>
        imputed <= epsilon ? ObservationStatus.A
        : imputed + epsilon < SmallImputedShare ? ObservationStatus.E
        : ObservationStatus.I;

    /// <summary>Null when deals, users of funds and their shares allow publication. Users count, not drawdowns.</summary>
    internal static Warning? Disclosure(DisclosureRule rule, IReadOnlyList<PricedDeal> deals)
    {
        var amounts = deals.GroupBy(d => d.Deal.Entity).Select(g => g.Sum(d => d.Deal.Amount)).OrderDescending().ToList();
        if (deals.Count < rule.MinimumDeals || amounts.Count < rule.MinimumEntities)
            return new($"成交不足：公布须至少{rule.MinimumDeals}笔成交、{rule.MinimumEntities}家用款主体",
                $"too few deals: at least {rule.MinimumDeals} deals of {rule.MinimumEntities} users of funds are needed");
        var total = amounts.Sum();
        return amounts[0] > rule.Top1Maximum * total || amounts.Take(2).Sum() > rule.Top2Maximum * total
            ? new("依规不公布：单一主体占比过高", "withheld: one or two users of funds dominate")
            : null;
    }
}
