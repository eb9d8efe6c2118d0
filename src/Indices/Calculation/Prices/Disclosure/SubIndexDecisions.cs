using System.Collections.Immutable;
using Indices.Methodology;

namespace Indices.Calculation.Prices.Disclosure;

/// <summary>
/// The rules of section 11.7 applied to the sub-indices of one period: primary first, then the complement by counts and
/// amounts, then protection under the weights of the index and through imputed prices.
/// </summary>
internal static class SubIndexDecisions
{
    /// <returns>Table by table and in their order, those sub-indices that have a value in the period.</returns>
    internal static ImmutableArray<ImmutableArray<TableChild>> Of(PriceRun run, PriceState state, Exposure exposure)
    {
        var tables = new ComplementRule(
            run.Rules.Disclosure,
            [.. run.Tables.Select(t => t.Where(g => g.Cells.Any(state.Holds)).Select(g => Child(run, state, g)).ToImmutableArray())]).Apply();
        while (TableChild.Lightest(tables.SelectMany(t => t)) is { } child && !Protects(run.Rules.Disclosure, exposure, Sums(run, tables, exposure)))
            tables = TableChild.Withhold(tables, child);
        return tables;
    }

    internal static HashSet<string> Published(ImmutableArray<ImmutableArray<TableChild>> tables) =>
        [.. tables.SelectMany(t => t).Where(c => c.IsPublished).Select(c => c.Code)];

    /// <summary>What the published values say: Σ q p of the total, and of each published sub-index.</summary>
    internal static List<double[]> Sums(PriceRun run, ImmutableArray<ImmutableArray<TableChild>> tables, Exposure exposure)
    {
        var published = Published(tables);
        return [exposure.Weighted(_ => true), .. run.Groups.Where(g => published.Contains(g.Code)).Select(g => exposure.Weighted(g.Cells.Contains))];
    }

    /// <summary>Respondents of the period as if all prices before it were known, and those behind imputed prices as if none were.</summary>
    internal static bool Protects(DisclosureRule rule, Exposure exposure, IReadOnlyCollection<double[]> sums) =>
        new Protection(rule, [.. exposure.Respondents.Take(exposure.Current)]).Holds(sums.Select(s => s[..exposure.Current]))
        && (exposure.Current == exposure.Respondents.Length || new Protection(rule, exposure.Respondents).Holds(sums));

    private static TableChild Child(PriceRun run, PriceState state, PriceGroup group)
    {
        var deals = run.Behind(state, group.Cells.Contains);
        return new(
            group.Code, group.Cells.Sum(c => state.Segment!.Quantities[c]), deals, PrimaryRule.Of(run.Rules.Disclosure, deals),
            state.ObservedShare(group.Cells.Contains) + run.Methodology.Coverage.Epsilon >= run.Rules.MinimumObservedWeight);
    }
}
