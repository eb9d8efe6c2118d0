using System.Collections.Immutable;
using Indices.Observations;
using Indices.Time;

namespace Indices.Calculation.Prices.Disclosure;

/// <summary>
/// Values of the periods that make up a base have a known mean, so that those published tell the sum of those withheld: a
/// complement in time.
/// </summary>
/// <param name="isOpen">Whether the other rules publish the total of a period.</param>
internal sealed class BaseIdentity(PriceRun run, Func<PriceState, bool> isOpen)
{
    private ImmutableHashSet<Period>? _withheld;

    private IEnumerable<PriceState> States => run.BasePeriods.Select(run.At).OfType<PriceState>().Where(s => s.Segment is not null);

    private bool HasMean => run.BasePeriods.Length > 1;

    /// <summary>True for a total withheld so that the others withheld rest on enough users together.</summary>
    internal bool Withholds(PriceState state) => HasMean && (_withheld ??= Choose()).Contains(state.Period);

    /// <summary>A sub-index has all its values in the base or none: beside others of the period, a sum of two would say too much.</summary>
    /// <param name="isPublished">Whether the sub-index may be published in a period for the rest.</param>
    internal bool Withholds(PriceState state, Func<PriceState, bool> isPublished) =>
        HasMean && run.BasePeriods.Contains(state.Period) && !States.All(isPublished);

    // The period of fewest deals, then the earliest.
    private ImmutableHashSet<Period> Choose()
    {
        var withheld = ImmutableHashSet<Period>.Empty;
        while (States.Where(s => !isOpen(s) || withheld.Contains(s.Period)).ToList() is { Count: > 0 } hidden && IsUnsafe(hidden)
            && States.Where(s => isOpen(s) && !withheld.Contains(s.Period)).MinBy(s => (run.Book.ByPeriod[s.Period].Count(), s.Period)) is { } next)
            withheld = withheld.Add(next.Period);
        return withheld;
    }

    private bool IsUnsafe(List<PriceState> hidden)
    {
        PricedDeal[] deals = [.. hidden.SelectMany(s => run.Book.ByPeriod[s.Period])];
        return deals.Length > 0 && (PrimaryRule.Of(run.Rules.Disclosure, deals) != Confidentiality.Free
            || PrimaryRule.Of(run.Rules.Disclosure, hidden.Select(s => new Exposure(run, s)).SelectMany(e => e.OfTotal)) != Confidentiality.Free);
    }
}
