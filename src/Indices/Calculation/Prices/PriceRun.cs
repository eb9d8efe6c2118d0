using System.Collections.Immutable;
using Indices.Calculation.Composite;
using Indices.Methodology;
using Indices.Time;

namespace Indices.Calculation.Prices;

/// <summary>One methodology version computed over its whole span, before base and link.</summary>
internal sealed class PriceRun
{
    private readonly ImmutableDictionary<Period, PriceState> _byPeriod;

    internal PriceRun(IndexMethodology methodology, IndexInputs inputs, ICollection<Warning> warnings)
    {
        Methodology = methodology;
        Last = inputs.Last;
        BaseIsOver = methodology.Base is not { } rule
            || new Deadlines(methodology.Release, inputs.Snapshot.AsOf).IsOver(rule.LastPeriod, inputs.Last);
        Book = new DealBook(methodology, inputs, Horizon, warnings);
        States = new LoweChain(Rules, Book, warnings).Run();
        Tables = SubIndexTables.Of(this);
        _byPeriod = States.ToImmutableDictionary(s => s.Period);
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

    /// <summary>The sub-indices of all tables, table by table.</summary>
    internal IEnumerable<PriceGroup> Groups => Tables.SelectMany(t => t);

    // The base may end after the last period asked for, when an old release is computed again.
    private Period Horizon => BaseIsOver && Methodology.Base?.LastPeriod.Last(Methodology.Frequency) is { } end && end > Last ? end : Last;

    internal PriceState? At(Period period) => _byPeriod.GetValueOrDefault(period);

    /// <summary>Deals of a period that its values rest on: those in cells that weigh, or in some of these.</summary>
    internal ImmutableArray<PricedDeal> Behind(PriceState state, Func<int, bool>? among = null) =>
        [.. Book.ByPeriod[state.Period].Where(d => state.Holds(d.Cell!.Value) && (among is null || among(d.Cell.Value)))];

    /// <summary>The periods that make up the base, in order; the first weighed period when the index has no base.</summary>
    internal IEnumerable<Period> BasePeriods => Methodology.Base is { } rule
        ? rule.In(Methodology.Frequency)
        : States.Where(s => s.Segment is not null).Take(1).Select(s => s.Period);
}
