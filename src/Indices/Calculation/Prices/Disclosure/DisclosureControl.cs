using System.Collections.Immutable;
using Indices.Observations;
using Indices.Time;

namespace Indices.Calculation.Prices.Disclosure;

/// <summary>
/// What may be published of one run, period by period, in the order of its worth: the total, then sub-indices, then
/// averages of actual prices with their spreads, then the average at fixed structure (methodology, section 11.7). Each
/// must leave every respondent protected beside what stands before it.
/// </summary>
internal sealed class DisclosureControl
{
    private readonly PriceRun _run;
    private readonly BaseIdentity _base;
    private readonly Dictionary<Period, PeriodDecision> _periods = [];
    private readonly Dictionary<Period, bool> _fixedStructure = [];

    internal DisclosureControl(PriceRun run) => (_run, _base) = (run, new(run, IsOpen));

    /// <param name="state">One with a segment.</param>
    internal PeriodDecision Of(PriceState state)
    {
        if (!_periods.TryGetValue(state.Period, out var decision))
            _periods.Add(state.Period, decision = PeriodDecision.Of(_run, state, Protects));
        return decision;
    }

    /// <summary>
    /// Whether sub-indices leave those protected whose prices they are chained from: beside the total they tell what each cost in
    /// the base or at the last link, since only such weights make the sum come true. Where that period is the base, value shares
    /// are those of the file.
    /// </summary>
    private bool Protects(PriceState state, ImmutableArray<ImmutableArray<TableChild>> tables)
    {
        var codes = SubIndexDecisions.Published(tables);
        return Earlier(state).Where(earlier => !IsFileShares(state, earlier)).Select(Of).All(decision => decision.Protects(
            [.. _run.Groups.Where(g => codes.Contains(g.Code)).Select(g => decision.Exposure.Weighted(g.Cells.Contains, state.Segment!.Quantities))]));
    }

    private bool IsFileShares(PriceState state, PriceState reference) => WeighsByShares && _run.BasePeriods.SequenceEqual([reference.Period])
        && reference.Segment == state.Segment && _run.At(reference.Period.Plus(-1))?.Segment is null;

    /// <summary>Where values of a period come from: what they are chained from, and the period before, from which prices are imputed.</summary>
    private IEnumerable<PriceState> Earlier(PriceState state) => new[] { Reference(state), _run.At(state.Period.Plus(-1)) }
        .OfType<PriceState>().Where(earlier => earlier.Period < state.Period && earlier.Segment is not null).Distinct();

    /// <summary>The period that chained values start from: the link, or before the first the last period of a base that lies there.</summary>
    private PriceState Reference(PriceState state)
    {
        var link = state;
        while (link.Segment == state.Segment)
            if (_run.At(link.Period.Plus(-1)) is { Segment: not null } before)
                link = before;
            else
                return _run.BasePeriods.Select(_run.At).LastOrDefault(b => b?.Segment == state.Segment) ?? link;
        return link;
    }

    /// <summary>Whether the total may be published; one that rests on too little weight, too, has nothing published beside it.</summary>
    internal bool IsPublished(PriceState state) => IsOpen(state) && !_base.Withholds(state);

    internal bool IsPublished(PriceState state, string subIndex)
    {
        bool IsFree(PriceState at) => IsPublished(at) && SubIndexDecisions.Published(Of(at).Tables).Contains(subIndex);
        return IsFree(state) && !_base.Withholds(state, IsFree);
    }

    private bool IsOpen(PriceState state) => Of(state).Total == Confidentiality.Free
        && state.ObservedShare() + _run.Methodology.Coverage.Epsilon >= _run.Rules.MinimumObservedWeight;

    /// <summary>
    /// Whether average price and spreads may stand beside the index: where actual amounts resemble its weights they tell what
    /// the cells with deals cost, and the index then what those cost in the period that it is chained from, and in the one before.
    /// </summary>
    internal bool AveragesAreFree(PriceState state) => Of(state).AveragesAreFree
        && Earlier(state).All(earlier => Of(earlier).Protects(Moved(state, earlier)));

    // Cells without deals move with the others, so that the index says nothing of what they cost.
    private double[] Moved(PriceState state, PriceState reference) => Of(reference).Exposure.Weighted(
        c => state.Prices.IsObserved(c),
        [.. state.Segment!.Quantities.Select((q, c) => WeighsByShares && reference.Prices.Live[c] is { } then ? q * (state.Prices.Live[c] ?? 0) / then : q)]);

    /// <summary>
    /// Whether the average at fixed structure may stand beside the index: their ratio tells what the cells cost in the base,
    /// and at the last link under the new weights, next to what the index told of them under the old.
    /// </summary>
    internal bool FixedStructureIsFree(PriceState state)
    {
        if (!_fixedStructure.TryGetValue(state.Period, out var isFree))
            _fixedStructure.Add(state.Period, isFree = FixedStructure(state));
        return isFree;
    }

    private bool FixedStructure(PriceState state)
    {
        if (_run.At(state.Period.Plus(-1)) is not { Segment: { } before } link)
            return _run.BasePeriods.Select(_run.At).Append(state).All(at => at is { Segment: not null } && TellsItsLevel(at));
        if (before == state.Segment)
            return FixedStructureIsFree(link);
        // Without a cell that fell dormant, what it last cost would be the difference.
        if (state.Period.Year == link.Period.Year)
            return false;
        var decision = Of(link);
        return decision.Protects(decision.Exposure.Weighted(_ => true, state.Segment!.Quantities));
    }

    // Quantities from value shares are the shares over the prices: the level then is a harmonic mean.
    private bool TellsItsLevel(PriceState at) => IsPublished(at) && (!WeighsByShares || Of(at).Protects(Of(at).Exposure.Weighted(
        _ => true, [.. at.Segment!.Quantities.Select((q, c) => q > 0 ? q / at.Prices.Live[c]!.Value : 0)])));

    private bool WeighsByShares => _run.Rules.Cells.All(c => c.Amount is null);
}
