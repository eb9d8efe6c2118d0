using System.Collections.Immutable;

namespace Indices.Calculation.Prices;

/// <summary>A sub-index, chained like the total. For use inside only until disclosure control has passed it (methodology, section 11.7).</summary>
/// <param name="Cells">Positions in the file's list of cells.</param>
/// <param name="Values">One for each state; null while no cell of the group is in the index.</param>
internal sealed record PriceGroup(string Code, ImmutableArray<int> Cells, ImmutableArray<double?> Values)
{
    internal static PriceGroup Of(string code, ImmutableArray<int> cells, PriceRun run) =>
        Rebased(new(code, cells, Chain(run.States, cells)), run);

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
