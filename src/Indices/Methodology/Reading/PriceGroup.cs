using System.Collections.Immutable;
using Indices.Methodology.Yaml;

namespace Indices.Methodology.Reading;

/// <summary>A group of a price index as read, before its cells know their weights.</summary>
internal sealed record PriceGroup(
    string Code, LocalText Name, bool IsHeadline, Weight? Weight, string Product, ImmutableArray<ReadCell> Cells, Section Section);

/// <param name="IsUnreadable">Its amount or weight is malformed, which has been said already.</param>
internal sealed record ReadCell(
    string Code, LocalText Name, ImmutableArray<string> TenorBands, ImmutableArray<string> RatingBands,
    double? Amount, Weight? Weight, LocalText? Definition, string Unit, bool IsUnreadable, int Line)
{
    /// <summary>A value share is the product of the shares on the way down; a satellite's cells share their group alone.</summary>
    internal PriceCell In(PriceGroup group) => new(
        Code, Name, group.Product, group.Code, TenorBands, RatingBands, Amount,
        Weight is not { } own ? null : group.IsHeadline ? ((group.Weight ?? default) * own).Value : own.Value)
    {
        Weight = Weight,
        Definition = Definition,
        Unit = Unit,
    };
}
