using System.Collections.Immutable;
using Indices.Methodology;

namespace Dashboard.PageModels.MethodologyPages;

/// <summary>One thing that a version changed.</summary>
/// <param name="Subject">Name of the indicator, group or cell; empty for a rule of the whole index.</param>
/// <param name="Before">Empty for something new.</param>
/// <param name="After">Empty for something removed.</param>
public sealed record VersionChange(string Subject, string Field, string Before, string After);

/// <summary>What a methodology version changed, found by comparing the two files field by field.</summary>
public static class VersionDifference
{
    /// <returns>Rules of the index first, then nodes in file order; empty when nothing changed but the version's own name.</returns>
    public static ImmutableArray<VersionChange> Between(IndexMethodology before, IndexMethodology after, Catalogue catalogue, Language language) =>
    [
        .. Fields("", before, after, ComparedFields.OfIndex(catalogue), language),
        .. Nodes(before, after, catalogue, language),
        .. Cells(before.Price, after.Price, language),
    ];

    private static IEnumerable<VersionChange> Nodes(IndexMethodology before, IndexMethodology after, Catalogue catalogue, Language language)
    {
        var (old, now) = (PlacedNode.All(before), PlacedNode.All(after));
        foreach (var node in now)
            if (old.FirstOrDefault(o => o.Node.Code == node.Node.Code) is not { } was || was.Node.GetType() != node.Node.GetType())
                yield return new(node.Name(language), language["新增", "added"], "", language["权重 ", "weight "] + Figures.ExactShare(node.Node.Weight));
            else
                foreach (var change in Fields(node.Name(language), was, node, ComparedFields.OfNode(catalogue), language))
                    yield return change;
        foreach (var node in old.Where(o => !now.Any(n => n.Node.Code == o.Node.Code && n.Node.GetType() == o.Node.GetType())))
            yield return new(node.Name(language), language["删除", "removed"], language["权重 ", "weight "] + Figures.ExactShare(node.Node.Weight), "");
    }

    private static IEnumerable<VersionChange> Cells(PriceRules? before, PriceRules? after, Language language)
    {
        var (old, now) = (PlacedCell.All(before), PlacedCell.All(after));
        foreach (var cell in now)
            if (old.FirstOrDefault(o => o.Cell.Code == cell.Cell.Code) is not { } was)
                yield return new(cell.Name(language), language["新增", "added"], "", cell.Cell.Code);
            else
                foreach (var change in Fields(cell.Name(language), was, cell, ComparedFields.OfCell, language))
                    yield return change;
        foreach (var cell in old.Where(o => !now.Any(n => n.Cell.Code == o.Cell.Code)))
            yield return new(cell.Name(language), language["删除", "removed"], cell.Cell.Code, "");
    }

    // A text may change in one language alone; the reader of the other is told that, and not shown two equal texts.
    private static IEnumerable<VersionChange> Fields<T>(string subject, T before, T after, ImmutableArray<ComparedField<T>> fields, Language language)
    {
        foreach (var field in fields)
        {
            var (old, now) = (field.Text(before, language), field.Text(after, language));
            var other = language.IsEnglish ? Language.Chinese : Language.English;
            if (old != now)
                yield return new(subject, field.Name.In(language.IsEnglish), old, now);
            else if (field.Text(before, other) != field.Text(after, other))
                yield return new(subject, field.Name.In(language.IsEnglish), language["仅英文文字有改动", "only the Chinese text changed"], "");
        }
    }
}

/// <summary>A node of the tree with the parent that holds it.</summary>
internal sealed record PlacedNode(IndexNode Node, IndexGroup Parent)
{
    /// <summary>All nodes but the root, in file order.</summary>
    internal static ImmutableArray<PlacedNode> All(IndexMethodology methodology) =>
        [.. methodology.Root.Groups.Prepend(methodology.Root).SelectMany(g => g.Children.Select(c => new PlacedNode(c, g)))];

    internal string Name(Language language) => Node.Name.In(language.IsEnglish);
}

/// <param name="IsHeadline">False for a cell of a satellite.</param>
internal sealed record PlacedCell(PriceCell Cell, bool IsHeadline)
{
    internal static ImmutableArray<PlacedCell> All(PriceRules? price) => price is null
        ? []
        : [.. price.Cells.Select(c => new PlacedCell(c, true)), .. price.Satellites.Select(c => new PlacedCell(c, false))];

    internal string Name(Language language) => Cell.Name.In(language.IsEnglish);
}
