using System.Collections.Immutable;
using Indices.Methodology;
using Indices.Observations;

namespace Indices.Calculation.Prices.Disclosure;

/// <summary>
/// Secondary suppression: with public weights a total is an equation, so whatever published values leave when they are
/// added and subtracted must itself pass the primary rule (methodology, section 11.7). Imputed children have no users and
/// are known to everybody.
/// </summary>
/// <remarks>
/// Tables that share their deals are looked at together. A table's known parts are its published children and the rest
/// of the total. Some parts of one table less some parts of another leave the deals that lie in exactly one of the two
/// sums. Those differences are all there is to find: every other combination contains the deals of one of them.
/// </remarks>
internal sealed class ComplementRule(DisclosureRule rule, ImmutableArray<ImmutableArray<TableChild>> tables)
{
    private ImmutableArray<ImmutableArray<TableChild>> _tables = tables;

    /// <summary>Withholds the lightest published child, one after the other, until nothing unsafe is left: first table by table, then among two of them.</summary>
    /// <returns>The tables and children in their order.</returns>
    internal ImmutableArray<ImmutableArray<TableChild>> Apply()
    {
        while (Next() is { } child)
            _tables = TableChild.Withhold(_tables, child);
        return _tables;
    }

    private TableChild? Next() =>
        _tables.Where(t => LeavesTooLittle(t, [])).Select(t => TableChild.Lightest(t)).FirstOrDefault(c => c is not null)
        ?? Pairs().Where(p => LeavesTooLittle(p.One, p.Other)).Select(p => TableChild.Lightest([.. p.One, .. p.Other])).FirstOrDefault(c => c is not null);

    private IEnumerable<(ImmutableArray<TableChild> One, ImmutableArray<TableChild> Other)> Pairs() =>
        _tables.SelectMany((one, i) => _tables.Skip(i + 1).Select(other => (one, other)));

    /// <summary>True when some difference of known parts rests on deals that may not be known.</summary>
    private bool LeavesTooLittle(ImmutableArray<TableChild> one, ImmutableArray<TableChild> other)
    {
        var (left, right) = (PartsOf(one), PartsOf(other));
        var deals = left.Keys.Union<PricedDeal>(right.Keys, ReferenceEqualityComparer.Instance)
            .GroupBy(d => (Left: left.GetValueOrDefault(d), Right: right.GetValueOrDefault(d)))
            .Select(g => (g.Key.Left, g.Key.Right, Deals: g.ToList())).ToList();
        // Safe sets that share no deal are safe together.
        if (deals.TrueForAll(g => PrimaryRule.Of(rule, g.Deals) == Confidentiality.Free))
            return false;
        var (lefts, rights) = (1 << left.Values.Distinct().Count(), 1 << right.Values.Distinct().Count());
        for (var some = 0; some < lefts; some++)
            for (var others = 0; others < rights; others++)
                if (IsUnsafe([.. deals.Where(g => IsIn(some, g.Left) != IsIn(others, g.Right)).SelectMany(g => g.Deals)]))
                    return true;
        return false;
    }

    private static bool IsIn(int choice, int part) => part > 0 && (choice >> (part - 1) & 1) == 1;

    /// <summary>The number of the part that each deal lies in, from 1; the rest of the total is the last.</summary>
    private static Dictionary<PricedDeal, int> PartsOf(ImmutableArray<TableChild> table)
    {
        var (parts, next) = (new Dictionary<PricedDeal, int>(ReferenceEqualityComparer.Instance), 1);
        foreach (var child in table.Where(c => c.IsPublished))
        {
            foreach (var deal in child.Deals)
                parts[deal] = next;
            next++;
        }
        foreach (var deal in table.Where(c => c.IsHidden).SelectMany(c => c.Deals))
            parts[deal] = next;
        return parts;
    }

    private bool IsUnsafe(IReadOnlyCollection<PricedDeal> deals) => deals.Count > 0 && PrimaryRule.Of(rule, deals) != Confidentiality.Free;
}
