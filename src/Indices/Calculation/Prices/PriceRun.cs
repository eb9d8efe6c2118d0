using System.Collections.Immutable;
using Indices.Calculation.Composite;
using Indices.Calculation.Prices.Disclosure;
using Indices.Methodology;
using Indices.Time;

namespace Indices.Calculation.Prices;

/// <summary>One methodology version computed over its whole span, before base and link.</summary>
internal sealed class PriceRun
{
    private readonly ImmutableDictionary<Period, PriceState> _byPeriod;

    internal PriceRun(IndexMethodology methodology, IndexInputs inputs, ICollection<Warning> warnings)
    {
        (Methodology, Last) = (methodology, inputs.Last);
        var deadlines = new Deadlines(methodology.Release, inputs.Snapshot.AsOf);
        Book = new DealBook(methodology, inputs, Horizon(methodology, deadlines, Last), warnings);
        States = new LoweChain(Rules, Book, warnings).Run();
        _byPeriod = States.ToImmutableDictionary(s => s.Period);
        if (methodology.Base is { } rule && deadlines.IsOver(rule.LastPeriod, Last))
        {
            BaseCoverage = inputs.Frozen.Find(FrozenParameters.BaseCoverage(methodology.Version)) ?? CoverageOf(rule);
            WarnOfFallback(rule, warnings);
        }
        Base = methodology.Base?.At(BaseCoverage ?? 1);
        BasePeriods = [.. Base?.In(methodology.Frequency) ?? FirstWeighed];
        BaseIsOver = Base is null || deadlines.IsOver(Base.LastPeriod, Last);
        Tables = SubIndexTables.Of(this);
        Control = new(this);
    }

    private PriceRun(PriceRun source, int periods)
    {
        (Methodology, Last, Base, BaseIsOver) = (source.Methodology, source.Last, source.Base, source.BaseIsOver);
        Book = source.Book.Pooled(periods);
        States = new LoweChain(Rules, Book, []).Run();
        _byPeriod = States.ToImmutableDictionary(s => s.Period);
        BasePeriods = [.. Base is null ? FirstWeighed : Base.In(Methodology.Frequency).TakeLast(1)];
        Tables = SubIndexTables.Of(this);
        Control = new(this);
    }

    internal IndexMethodology Methodology { get; }

    internal PriceRules Rules => Methodology.Price!;

    internal DealBook Book { get; }

    /// <summary>Last period asked for.</summary>
    internal Period Last { get; }

    /// <summary>True also when there is no base to wait for.</summary>
    internal bool BaseIsOver { get; }

    /// <summary>Period by period without gaps; past <see cref="Last"/> only as far as the base needs.</summary>
    internal ImmutableArray<PriceState> States { get; }

    /// <summary>States up to the last period asked for.</summary>
    internal IEnumerable<PriceState> Shown => States.Where(s => s.Period <= Last);

    /// <summary>Each puts every cell into one sub-index: by product, in file order and without satellites, and by tenor band.</summary>
    internal ImmutableArray<ImmutableArray<PriceGroup>> Tables { get; }

    /// <summary>What may be published of it.</summary>
    internal DisclosureControl Control { get; }

    /// <summary>The sub-indices of all tables, table by table.</summary>
    internal IEnumerable<PriceGroup> Groups => Tables.SelectMany(t => t);

    /// <summary>
    /// Share of weight, on average over the periods of the file's base, of the cells that any deal of the base fell into; a
    /// period before the first deals counts 0. Null while the base is not over or there is none.
    /// </summary>
    internal double? BaseCoverage { get; }

    /// <summary>The base of the file, or its fallback when the first is covered too little; null when the index has no base.</summary>
    internal BaseRule? Base { get; }

    /// <summary>The periods that make up the base, in order; the first weighed period when the index has no base.</summary>
    internal ImmutableArray<Period> BasePeriods { get; }

    private IEnumerable<Period> FirstWeighed => States.Where(s => s.Segment is not null).Take(1).Select(s => s.Period);

    internal PriceState? At(Period period) => _byPeriod.GetValueOrDefault(period);

    /// <summary>
    /// The same over a window that moves: each period holds the deals of as many periods, and cell prices are their unit
    /// values. Where markets are thin, sub-indices are read on such windows (methodology, section 11.2). The window that
    /// ends with the base is the base.
    /// </summary>
    internal PriceRun Pooled(int periods) => new(this, periods);

    /// <summary>Deals of a period that its values rest on: those in cells that weigh, or in some of these.</summary>
    internal ImmutableArray<PricedDeal> Behind(PriceState state, Func<int, bool>? among = null) =>
        [.. Book.ByPeriod[state.Period].Where(d => state.Holds(d.Cell!.Value) && (among is null || among(d.Cell.Value)))];

    // The base may end after the last period asked for, when an old release is computed again.
    private static Period Horizon(IndexMethodology methodology, Deadlines deadlines, Period last) =>
        new[] { methodology.Base?.LastPeriod, methodology.Base?.Fallback?.Period }.OfType<Period>()
            .Where(p => deadlines.IsOver(p, last)).Select(p => p.Last(methodology.Frequency)).Append(last).Max();

    private double CoverageOf(BaseRule rule)
    {
        var periods = rule.In(Methodology.Frequency).ToList();
        var dealt = Enumerable.Range(0, Rules.Cells.Length).Where(c => periods.Exists(p => Book.At(c, p).Deals > 0)).ToHashSet();
        return periods.Select(p => At(p)?.Segment?.LinkShares.Where((_, c) => dealt.Contains(c)).Sum() ?? 0).Average();
    }

    private void WarnOfFallback(BaseRule rule, ICollection<Warning> warnings)
    {
        if (rule.At(BaseCoverage!.Value) is var taken && taken != rule)
            warnings.Add(new(
                FormattableString.Invariant($"基期{rule}中有成交的单元只占权重的{100 * BaseCoverage:0.#}%，改以{taken}为基期。"),
                FormattableString.Invariant($"Cells with deals in the base period {rule} carry only {100 * BaseCoverage:0.#} % of weight; {taken} is the base instead.")));
    }
}
