using System.Collections.Immutable;
using Indices.Observations;

namespace Indices.Calculation.Prices.Disclosure;

/// <summary>A sub-index of one table in one period, as disclosure control sees it.</summary>
/// <param name="Weight">Quantity held in the period; the lightest child is withheld first.</param>
/// <param name="Deals">Deals of the period in cells that weigh; none when every price is imputed and, by the public rules, reproducible.</param>
/// <param name="IsReliable">False when the gate of section 11.7 holds it back for too little observed weight.</param>
internal sealed record TableChild(string Code, double Weight, ImmutableArray<PricedDeal> Deals, Confidentiality Status, bool IsReliable)
{
    internal bool IsImputed => Deals.IsEmpty;

    internal bool IsPublished => !IsImputed && Status == Confidentiality.Free && IsReliable;

    /// <summary>Holds deals that no reader is told about.</summary>
    internal bool IsHidden => !IsImputed && !IsPublished;

    /// <summary>Withheld next among some: the published child of least weight, then the first code.</summary>
    internal static TableChild? Lightest(IEnumerable<TableChild> children) =>
        children.Where(c => c.IsPublished).OrderBy(c => c.Weight).ThenBy(c => c.Code, StringComparer.Ordinal).FirstOrDefault();

    /// <summary>The tables with one child withheld for the sake of others.</summary>
    internal static ImmutableArray<ImmutableArray<TableChild>> Withhold(ImmutableArray<ImmutableArray<TableChild>> tables, TableChild child) =>
        [.. tables.Select(t => t.Select(c => ReferenceEquals(c, child) ? c with { Status = Confidentiality.Secondary } : c).ToImmutableArray())];
}
