using System.Collections.Immutable;
using Indices.Methodology;
using Indices.Observations;

namespace Indices.Calculation.Prices.Disclosure;

/// <summary>
/// Secondary suppression: with public weights a total is an equation, so what is published must not leave a remainder of
/// too few users of funds (methodology, section 11.7). Imputed children have no users and are known to everybody.
/// </summary>
/// <remarks>
/// Tables that share their deals are looked at together: the published parts of one table, less those of another that lie
/// inside them, leave a remainder too.
/// </remarks>
internal sealed class ComplementRule(DisclosureRule rule, ImmutableArray<ImmutableArray<TableChild>> tables)
{
    private ImmutableArray<ImmutableArray<TableChild>> _tables = tables;

    /// <summary>Withholds the lightest published child, one after the other, until no remainder is too small.</summary>
    /// <returns>The tables and children in their order.</returns>
    internal ImmutableArray<ImmutableArray<TableChild>> Apply()
    {
        while (Lightest() is { } child)
            _tables = [.. _tables.Select(t => t.Select(c => ReferenceEquals(c, child) ? c with { Status = Confidentiality.Secondary } : c).ToImmutableArray())];
        return _tables;
    }

    private TableChild? Lightest() =>
        _tables.Where(LeavesTooFew).Select(t => Lightest(t)).FirstOrDefault(c => c is not null)
        ?? Pairs().Where(p => CutsTooThin(p.Inner, p.Outer)).Select(p => Lightest([.. p.Inner, .. p.Outer])).FirstOrDefault(c => c is not null);

    private static TableChild? Lightest(IEnumerable<TableChild> children) =>
        children.Where(c => c.IsPublished).OrderBy(c => c.Weight).ThenBy(c => c.Code, StringComparer.Ordinal).FirstOrDefault();

    private bool LeavesTooFew(ImmutableArray<TableChild> table) => IsTooFew(table.Where(c => c.IsHidden).SelectMany(c => c.Deals));

    private IEnumerable<(ImmutableArray<TableChild> Inner, ImmutableArray<TableChild> Outer)> Pairs() =>
        from inner in _tables from outer in _tables where inner != outer select (inner, outer);

    /// <summary>True when some parts of one table, inside the fewest parts of the other that cover them, leave too few users.</summary>
    private bool CutsTooThin(ImmutableArray<TableChild> inner, ImmutableArray<TableChild> outer)
    {
        var (parts, covers) = (Parts(inner), Parts(outer));
        for (var choice = 1; choice < 1 << parts.Count; choice++)
        {
            var chosen = parts.Where((_, i) => (choice >> i & 1) == 1).SelectMany(p => p).ToHashSet<PricedDeal>(ReferenceEqualityComparer.Instance);
            if (IsTooFew(covers.Where(c => chosen.Overlaps(c)).SelectMany(c => c).Where(d => !chosen.Contains(d))))
                return true;
        }
        return false;
    }

    /// <summary>What a reader knows of a table: each published child, and the total less all of them.</summary>
    private static List<ImmutableArray<PricedDeal>> Parts(ImmutableArray<TableChild> table)
    {
        ImmutableArray<PricedDeal> rest = [.. table.Where(c => c.IsHidden).SelectMany(c => c.Deals)];
        return [.. table.Where(c => c.IsPublished).Select(c => c.Deals), .. rest.IsEmpty ? [] : new[] { rest }];
    }

    private bool IsTooFew(IEnumerable<PricedDeal> deals) =>
        deals.Select(d => d.Deal.Entity).Distinct().Count() is > 0 and var users && users < rule.MinimumEntities;
}
