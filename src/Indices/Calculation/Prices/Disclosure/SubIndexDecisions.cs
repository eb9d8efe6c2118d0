using System.Collections.Immutable;

namespace Indices.Calculation.Prices.Disclosure;

/// <summary>The rules of section 11.7 applied to the sub-indices of one period: primary first, then the complement.</summary>
internal static class SubIndexDecisions
{
    /// <returns>Table by table and in their order, those sub-indices that have a value in the period.</returns>
    internal static ImmutableArray<ImmutableArray<TableChild>> Of(PriceRun run, PriceState state) => new ComplementRule(
        run.Rules.Disclosure,
        [.. run.Tables.Select(t => t.Where(g => g.Cells.Any(state.Holds)).Select(g => Child(run, state, g)).ToImmutableArray())]).Apply();

    private static TableChild Child(PriceRun run, PriceState state, PriceGroup group)
    {
        var deals = run.Behind(state, group.Cells.Contains);
        return new(
            group.Code, group.Cells.Sum(c => state.Segment!.Quantities[c]), deals, PrimaryRule.Of(run.Rules.Disclosure, deals),
            state.ObservedShare(group.Cells.Contains) + run.Methodology.Coverage.Epsilon >= run.Rules.MinimumObservedWeight);
    }
}
