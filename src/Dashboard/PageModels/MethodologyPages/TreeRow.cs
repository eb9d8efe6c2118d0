using System.Collections.Immutable;
using Indices.Methodology;

namespace Dashboard.PageModels.MethodologyPages;

/// <summary>A node of the tree with its weights, exactly.</summary>
/// <param name="Depth">0 for the index itself.</param>
/// <param name="Weight">Within its parent.</param>
/// <param name="Effective">In the whole index: the product of the weights on the way down.</param>
/// <param name="Note">How a group's children become its value, or that it stands outside; empty for a leaf.</param>
public sealed record TreeRow(string Code, string Name, int Depth, bool IsGroup, string Weight, string Effective, string Note)
{
    /// <summary>The index, its groups and its leaves, parents before children, in file order.</summary>
    public static ImmutableArray<TreeRow> All(IndexMethodology methodology, Language language) =>
        [.. Below(methodology.Root, 0, Indices.Methodology.Weight.One, methodology.Price, language)];

    private static IEnumerable<TreeRow> Below(IndexNode node, int depth, Weight? share, PriceRules? price, Language language)
    {
        var isGroup = node is IndexGroup;
        yield return new(
            node.Code, node.Name.In(language.IsEnglish), depth, isGroup,
            depth > 0 && share is not null ? Figures.ExactShare(node.Weight) : "",
            share is { } effective ? Figures.ExactShare(effective) : "",
            NoteOf(node, price, language));
        if (node is not IndexGroup inner)
            yield break;
        foreach (var row in inner.Children.SelectMany(c => Below(c, depth + 1, Share(c, share, price), price, language)))
            yield return row;
        foreach (var cell in price?.Cells.Concat(price.Satellites).Where(c => c.Pillar == node.Code) ?? [])
            yield return Of(cell, depth + 1, share, language);
    }

    private static string NoteOf(IndexNode node, PriceRules? price, Language language) => (node, price) switch
    {
        (IndexGroup group, null) => language["由下级合成：", "from its parts: "] + RuleWords.Of(group.Aggregation, language),
        (_, { } rules) when rules.Satellites.Any(c => c.Pillar == node.Code) => language["卫星指数，不计入总指数", "satellite, outside the headline"],
        _ => "",
    };

    // Groups of amounts have no weight of their own; a satellite stands outside the index.
    private static Weight? Share(IndexNode node, Weight? parent, PriceRules? price) =>
        price is not null && (node.Weight == Indices.Methodology.Weight.Zero) ? null : parent * node.Weight;

    private static TreeRow Of(PriceCell cell, int depth, Weight? group, Language language) => new(
        cell.Code, cell.Name.In(language.IsEnglish), depth, false,
        cell.Weight is { } weight ? Figures.ExactShare(weight)
            : cell.Amount is { } amount ? Figures.Shortest(amount) + Figures.ThinSpace + Figures.UnitName("亿元", language) : "",
        group * cell.Weight is { } effective ? Figures.ExactShare(effective) : "", "");
}
