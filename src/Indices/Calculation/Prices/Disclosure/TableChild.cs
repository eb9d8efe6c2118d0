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
}
