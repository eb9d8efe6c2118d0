using System.Collections.Frozen;
using Indices.Methodology;

namespace Dashboard.PageModels.IndexPages;

/// <summary>Which indicators may not be shown one by one, because one unit dominates them (methodology, section 14).</summary>
/// <remarks>
/// The group's value and its other members would give a single withheld member away, so a second one is withheld with it:
/// the one of least weight.
/// </remarks>
public static class Disclosure
{
    private const string DominantUnit = "dominant_unit";

    public static FrozenSet<string> Withheld(IndexGroup root) => root.IsLeafGroup()
        ? WithheldMembers([.. root.Children.OfType<Indicator>()])
        : root.Children.OfType<IndexGroup>().SelectMany(g => Withheld(g)).ToFrozenSet();

    public static string Reason(Language language) => language[
        "个别单位占比过高，为保护被调查对象不单列", "not shown alone: a single unit dominates it"];

    private static bool IsLeafGroup(this IndexGroup group) => group.Children.Any(c => c is Indicator);

    private static FrozenSet<string> WithheldMembers(Indicator[] members)
    {
        var withheld = members.Where(i => i.Confidentiality == DominantUnit).Select(i => i.Code).ToList();
        if (withheld.Count == 1 && members.Where(i => !withheld.Contains(i.Code)).MinBy(i => i.Weight.Value) is { } second)
            withheld.Add(second.Code);
        return withheld.ToFrozenSet();
    }
}
