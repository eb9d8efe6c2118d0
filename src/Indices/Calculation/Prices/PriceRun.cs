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
            || new Deadlines(methodology.Release, inputs.Snapshot.AsOf).IsOver(rule.Period, inputs.Last);
        Book = new DealBook(methodology, inputs, Horizon, warnings);
        States = new LoweChain(Rules, Book, warnings).Run();
        Groups = [.. methodology.Root.Groups.Select(g => PriceGroup.Of(g, this)).OfType<PriceGroup>()];
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

    /// <summary>In file order; groups without cells of the headline are not among them.</summary>
    internal ImmutableArray<PriceGroup> Groups { get; }

    // The base may end after the last period asked for, when an old release is computed again.
    private Period Horizon => BaseIsOver && Methodology.Base?.Period.Last(Methodology.Frequency) is { } end && end > Last ? end : Last;

    internal PriceState? At(Period period) => _byPeriod.GetValueOrDefault(period);

    /// <summary>The periods that make up the base, in order; the first weighed period when the index has no base.</summary>
    internal IEnumerable<Period> BasePeriods => Methodology.Base is { } rule
        ? rule.Period.Split(Methodology.Frequency)
        : States.Where(s => s.Segment is not null).Take(1).Select(s => s.Period);
}

/// <summary>Sub-index of a group, chained like the total; for use inside only, because it may disclose single deals (methodology, section 11.7).</summary>
/// <param name="Values">One for each state; null while no cell of the group is in the index.</param>
internal sealed record PriceGroup(IndexGroup Group, ImmutableArray<int> Cells, ImmutableArray<double?> Values)
{
    internal static PriceGroup? Of(IndexGroup group, PriceRun run)
    {
        var codes = group.Groups.Select(g => g.Code).Prepend(group.Code).ToHashSet();
        var cells = Enumerable.Range(0, run.Rules.Cells.Length).Where(c => codes.Contains(run.Rules.Cells[c].Pillar)).ToImmutableArray();
        return cells.IsEmpty ? null : Rebased(new(group, cells, Chain(run.States, cells)), run);
    }

    private static ImmutableArray<double?> Chain(ImmutableArray<PriceState> states, ImmutableArray<int> cells)
    {
        var values = new double?[states.Length];
        double? level = null;
        for (var t = 0; t < states.Length; t++)
        {
            if (states[t].Segment is not { } segment || !cells.Any(segment.Holds))
                continue;
            if (level is { } last)
                level = last * PriceSegment.Sum(segment.Quantities, states[t].Prices.Live, cells.Contains)
                    / PriceSegment.Sum(segment.Quantities, states[t - 1].Prices.Live, cells.Contains);
            values[t] = level ??= 100.0;
        }
        return [.. values];
    }

    private static PriceGroup Rebased(PriceGroup group, PriceRun run)
    {
        var periods = run.BasePeriods.ToHashSet();
        var mean = group.Values.Where((v, t) => v is not null && periods.Contains(run.States[t].Period)).Average();
        var value = run.Methodology.Base?.Value ?? 100.0;
        return group with { Values = [.. group.Values.Select(v => v * value / mean)] };
    }
}
