using Indices.Methodology;
using Indices.Observations;
using Indices.Time;

namespace Indices.Calculation.Prices;

/// <summary>What may be published of one period of a price index (methodology, sections 2.2 and 11.7).</summary>
internal static class PriceGate
{
    // Imputed weight below this shows as estimated (methodology, section 2.2).
    private const double SmallImputedShare = 0.10;

    /// <summary>One reason for whatever is withheld below the total: which rule it was would tell how few there are.</summary>
    internal static Warning Withheld { get; } = new("依规不公布：披露控制", "withheld: disclosure control");

    /// <param name="total">Of the same period: nothing is published beside a total that is not.</param>
    internal static NodeValue SubIndex(PriceVersion version, PriceGroup group, PriceState state, NodeValue total)
    {
        var (run, share) = (version.Run, state.ObservedShare(group.Cells.Contains));
        var value = group.Values[run.States.IndexOf(state)];
        var isPublished = total.Published && value is not null && run.Control.IsPublished(state, group.Code);
        return new(state.Period, group.Code, version.Version, value,
            isPublished ? StatusOf(1 - share, run.Methodology.Coverage.Epsilon) : ObservationStatus.Q,
            share, isPublished, isPublished ? null : Withheld);
    }

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
        if (WithheldTotal(run.Rules.Disclosure, run.Control.Of(run.At(period)!).Total) is { } withheld)
            return (ObservationStatus.Q, withheld);
        if (share + run.Methodology.Coverage.Epsilon < run.Rules.MinimumObservedWeight)
            return (ObservationStatus.U, new(
                FormattableString.Invariant($"成交不足：有成交的单元权重低于{100 * run.Rules.MinimumObservedWeight:0.##}%"),
                FormattableString.Invariant($"too few deals: cells with deals carry less than {100 * run.Rules.MinimumObservedWeight:0.##} % of weight")));
        if (!run.Control.IsPublished(run.At(period)!))
            return (ObservationStatus.Q, Withheld);
        return (StatusOf(1 - share, run.Methodology.Coverage.Epsilon), null);
    }

    private static ObservationStatus StatusOf(double imputed, double epsilon) =>
        imputed <= epsilon ? ObservationStatus.A
        : imputed + epsilon < SmallImputedShare ? ObservationStatus.E
        : ObservationStatus.I;

    private static Warning? WithheldTotal(DisclosureRule rule, Confidentiality total) => total switch
    {
        Confidentiality.Free => null,
        Confidentiality.SmallCount => new($"成交不足：公布须至少{rule.MinimumDeals}笔成交、{rule.MinimumEntities}家用款主体",
            $"too few deals: at least {rule.MinimumDeals} deals of {rule.MinimumEntities} users of funds are needed"),
        _ => new("依规不公布：单一主体占比过高", "withheld: one or two users of funds dominate"),
    };
}
