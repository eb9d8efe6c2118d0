using Indices.Methodology;

namespace Dashboard.PageModels;

/// <summary>Names and members of an index tree, as pages need them.</summary>
public static class MethodologyTree
{
    /// <summary>Every indicator with the group that holds it, in file order.</summary>
    public static IEnumerable<(IndexGroup Parent, Indicator Indicator)> Leaves(this IndexMethodology methodology) =>
        methodology.Root.Groups.Prepend(methodology.Root)
            .SelectMany(g => g.Children.OfType<Indicator>().Select(i => (g, i)));

    /// <summary>The name of a group or indicator; the code where it has none.</summary>
    public static string NameOf(this IndexMethodology methodology, string code, Language language)
    {
        var node = methodology.Root.Groups.Prepend(methodology.Root).Cast<IndexNode>()
            .Concat(methodology.Root.Indicators)
            .FirstOrDefault(n => n.Code == code);
        return node?.Name.In(language.IsEnglish) ?? code;
    }
}
