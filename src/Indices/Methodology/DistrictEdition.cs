using System.Collections.Immutable;
using Indices.Time;

namespace Indices.Methodology;

/// <summary>
/// Makes a version of an index into its district edition (methodology, section 9): the indicators that districts have,
/// effective weights rescaled once, transforms without size, and goalposts that stand open until all areas are known.
/// </summary>
public static class DistrictEdition
{
    private const string Suffix = "-D";

    /// <returns>A methodology of its own code, whose goalposts are neither numbers nor multiples of a base.</returns>
    /// <exception cref="ArgumentException">The version has no district edition.</exception>
    public static IndexMethodology Of(IndexMethodology version)
    {
        var rule = version.District ?? throw new ArgumentException($"{version.Code} {version.Version} has no district edition.", nameof(version));
        var code = version.Code + Suffix;
        var name = new LocalText($"{version.Name.Chinese}（区县版）", $"{version.Name.In(true)}, district edition");
        return version with
        {
            Code = code,
            Name = name,
            Frequency = rule.Frequency,
            Areas = [],
            Root = Group(version.Root) with { Code = code, Name = name, Weight = Weight.One },
            Base = Base(version.Base, rule.Frequency),
            Link = version.Link is { } link ? new([.. link.Overlap.Select(p => p.In(rule.Frequency)).Distinct()]) : null,
            OpenWindow = 2 * (int)rule.Frequency,
            AnnualWindowPart = null,
            Uncertainty = null,
        };
    }

    // A base of months is a base of the years around them.
    private static BaseRule? Base(BaseRule? rule, Frequency frequency) =>
        rule is null || rule.Period.Frequency <= frequency ? rule
        : new(rule.Period.In(frequency), rule.Value) { Count = rule.In(frequency).Count() };

    private static IndexGroup Group(IndexGroup group)
    {
        var kept = group.Children.Select(child => (Node: child, Share: child.Weight * Kept(child))).Where(c => c.Share > Weight.Zero).ToList();
        var sum = kept.Aggregate(Weight.Zero, (total, child) => total + child.Share);
        return group with { Children = [.. kept.Select(child => Child(child.Node, child.Share / sum))] };
    }

    private static IndexNode Child(IndexNode node, Weight weight) => node switch
    {
        IndexGroup group => Group(group) with { Weight = weight },
        Indicator indicator => indicator with
        {
            Weight = weight,
            Transforms = indicator.DistrictTransforms!.Value,
            Worst = new(null, null),
            Best = new(null, null),
            Alignment = Alignment.Native,
        },
        _ => node,
    };

    /// <summary>Share of a node's weight that districts have data for: rescaling it keeps the ratio of any two effective weights.</summary>
    private static Weight Kept(IndexNode node) => node switch
    {
        IndexGroup group => group.Children.Aggregate(Weight.Zero, (sum, child) => sum + child.Weight * Kept(child)),
        Indicator { DistrictTransforms: not null } => Weight.One,
        _ => Weight.Zero,
    };
}
