using System.Collections.Immutable;
using Indices.Methodology;
using Indices.Releases;

namespace Dashboard.PageModels.IndexPages;

/// <summary>A sub-index: its weight, value and change, or why they are withheld.</summary>
/// <param name="Weight">Weight within its parent; empty for a price index, whose weights follow the amounts.</param>
/// <param name="Depth">0 for the children of the index.</param>
/// <param name="Withheld">Reason; null when the value is published.</param>
public sealed record GroupRow(string Name, int Depth, string Weight, string Value, string Change, string Coverage, string Status, string? Withheld);

public static class GroupTable
{
    public static ImmutableArray<GroupRow> Rows(ReleaseContent content, IndexMethodology methodology, Language language) =>
        [.. Nested(methodology.Root, 0).Select(g => Row(g.Group, g.Depth, content, methodology, language))];

    private static IEnumerable<(IndexGroup Group, int Depth)> Nested(IndexGroup parent, int depth) =>
        parent.Children.OfType<IndexGroup>().SelectMany(g => Nested(g, depth + 1).Prepend((g, depth)));

    private static GroupRow Row(IndexGroup group, int depth, ReleaseContent content, IndexMethodology methodology, Language language)
    {
        var value = content.At(group.Code, content.Version.Period);
        var change = content.ChangeOf(group.Code, overYear: false, language);
        return new(
            group.Name.In(language.IsEnglish), depth,
            methodology.IsPrice ? "–" : Figures.Share(group.Weight.Value),
            value?.Text is { } text ? Figures.Published(text) : "–",
            change is null ? "–" : $"{change.Arrow} {change.Text}",
            value is null || (methodology.IsPrice && value.Text is null) ? "–" : $"{(methodology.IsPrice ? "≥ " : "")}{Figures.Share(value.Coverage)}",
            value is null ? language["未计算", "not computed"] : StatusWords.Of(value.Status, language),
            value?.Text is null ? ReleaseWords.Kept(value?.Reason, language) ?? language["本期无数值", "no value in this period"] : null);
    }
}
