using System.Collections.Immutable;
using Indices.Methodology;

namespace Indices.Calculation.Prices;

/// <summary>The ways of dividing the total: by product and by tenor band (methodology, section 11.7).</summary>
internal static class SubIndexTables
{
    internal static ImmutableArray<ImmutableArray<PriceGroup>> Of(PriceRun run) => [[.. Products(run)], [.. Tenors(run)]];

    private static IEnumerable<PriceGroup> Products(PriceRun run)
    {
        foreach (var group in run.Methodology.Root.Groups)
        {
            var codes = group.Groups.Select(g => g.Code).Prepend(group.Code).ToHashSet();
            ImmutableArray<int> cells = [.. Enumerable.Range(0, run.Rules.Cells.Length).Where(c => codes.Contains(run.Rules.Cells[c].Pillar))];
            if (!cells.IsEmpty)
                yield return PriceGroup.Of(group.Code, cells, run);
        }
    }

    private static IEnumerable<PriceGroup> Tenors(PriceRun run) => Enumerable.Range(0, run.Rules.Cells.Length)
        .GroupBy(c => TenorBand.CodeOf(run.Rules.Cells[c])).OrderBy(g => g.Key, StringComparer.Ordinal)
        .Select(g => PriceGroup.Of(g.Key, [.. g], run));
}
