using System.Collections.Immutable;
using Indices.Calculation;
using Indices.Methodology;
using Indices.Releases;
using Indices.Time;

namespace Dashboard.PageModels.IndexPages;

/// <summary>What moved the index between two periods. The printed rows add up to the printed change.</summary>
/// <param name="Title">环比（2025年第二季度→2025年第三季度）.</param>
public sealed record ContributionTable(string Title, ImmutableArray<ContributionRow> Rows, ContributionRow Total)
{
    /// <summary>One table against the neighbouring period and one over the year, as far as the release has them.</summary>
    public static ImmutableArray<ContributionTable> All(ReleaseContent content, IndexMethodology methodology, Language language) =>
        [.. content.Contributions.GroupBy(c => c.From).OrderByDescending(g => g.Key)
            .Select(table => Of(table.Key, [.. table], methodology, language))];

    private static ContributionTable Of(Period from, ImmutableArray<PublishedContribution> items, IndexMethodology methodology, Language language)
    {
        var to = items[0].To;
        var kind = Figures.ChangeName(to.Frequency, from == to.YearBefore, language);
        var withheld = Disclosure.Withheld(methodology.Root);
        var groups = items.GroupBy(i => i.Group).SelectMany(g => RowsOf(g.Key, [.. g], methodology, withheld.Contains, language)).ToArray();
        var largest = groups.Select(r => Math.Abs(r.Points)).DefaultIfEmpty(0).Max();
        return new(
            $"{kind}{language["：", ": "]}{Figures.PeriodName(from, language)} → {Figures.PeriodName(to, language)}",
            [.. groups.Select(r => r with { BarLength = largest == 0 ? 0 : (double)(r.Points / largest) })],
            Row(language["合计", "Total"], items, true, language));
    }

    private static IEnumerable<ContributionRow> RowsOf(
        string group, ImmutableArray<PublishedContribution> items, IndexMethodology methodology, Func<string, bool> isWithheld, Language language)
    {
        yield return Row(NameOf(group, methodology, language), items, true, language);
        foreach (var item in items.Where(i => !isWithheld(i.Indicator) && i.Indicator != group && i.Indicator != Contribution.MethodChange))
            yield return Row(NameOf(item.Indicator, methodology, language), [item], false, language);
        ImmutableArray<PublishedContribution> together = [.. items.Where(i => isWithheld(i.Indicator))];
        if (together.Length > 0)
            yield return Row(language[$"不单列的{together.Length}项指标", $"{together.Length} indicators not shown alone"], together, false, language);
    }

    private static ContributionRow Row(string name, ImmutableArray<PublishedContribution> items, bool isGroup, Language language)
    {
        var points = items.Sum(i => Figures.Exact(i.Text));
        var text = points.ToString(System.Globalization.CultureInfo.InvariantCulture);
        return new(name, Figures.PublishedPoints(text, language), points, isGroup, 0);
    }

    private static string NameOf(string code, IndexMethodology methodology, Language language) =>
        code == Contribution.MethodChange || code.Length == 0
            ? language["方法变更", "Method change"]
            : methodology.NameOf(code, language);
}

/// <param name="Points">Exact sum of the published texts.</param>
/// <param name="IsGroup">True for a group and for the total; the indicators of a group follow it.</param>
/// <param name="BarLength">From -1 to 1, against the longest bar of the table.</param>
public sealed record ContributionRow(string Name, string Text, decimal Points, bool IsGroup, double BarLength);
