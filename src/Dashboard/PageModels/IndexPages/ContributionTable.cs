using System.Collections.Immutable;
using Indices.Calculation;
using Indices.Methodology;
using Indices.Releases;
using Indices.Time;

namespace Dashboard.PageModels.IndexPages;

/// <summary>What moved the index between two periods, as a waterfall. The printed rows add up to the printed change.</summary>
/// <param name="Title">环比（2025年第二季度→2025年第三季度）.</param>
/// <param name="Start">Published value that the bars start from; null when it is withheld.</param>
/// <param name="End">Published value that they end at.</param>
/// <param name="Zero">Where the bars start from, 0 to 1.</param>
public sealed record ContributionTable(string Title, ImmutableArray<ContributionRow> Rows, ContributionRow Total, Fact? Start, Fact? End, double Zero)
{
    /// <summary>One table against the neighbouring period and one over the year, as far as the release has them.</summary>
    public static ImmutableArray<ContributionTable> All(ReleaseContent content, IndexMethodology methodology, Language language) =>
        [.. content.Contributions.GroupBy(c => c.From).OrderByDescending(g => g.Key)
            .Select(table => Of(content, table.Key, [.. table], methodology, language))];

    private static ContributionTable Of(ReleaseContent content, Period from, ImmutableArray<PublishedContribution> items, IndexMethodology methodology, Language language)
    {
        var to = items[0].To;
        var kind = Figures.ChangeName(to.Frequency, from == to.YearBefore, language);
        var withheld = Disclosure.Withheld(methodology.Root);
        var rows = Stand(items.GroupBy(i => i.Group).SelectMany(g => RowsOf(g.Key, [.. g], methodology, withheld.Contains, language)));
        var total = Row(language["合计", "Total"], items, true, language);
        var (low, high) = (Math.Min(0, rows.Min(r => Math.Min(r.From, r.To))), Math.Max(0, rows.Max(r => Math.Max(r.From, r.To))));
        var span = high > low ? high - low : 1;
        return new(
            $"{kind}{language["：", ": "]}{Figures.PeriodName(from, language)} → {Figures.PeriodName(to, language)}",
            [.. rows.Select(r => r with { From = (r.From - low) / span, To = (r.To - low) / span })],
            total with { From = -low / span, To = ((double)total.Points - low) / span },
            ValueOf(content, from, language), ValueOf(content, to, language),
            -low / span);
    }

    private static Fact? ValueOf(ReleaseContent content, Period period, Language language) =>
        content.At(content.Version.Index, period)?.Text is { } text ? new(Figures.PeriodName(period, language), Figures.Published(text)) : null;

    /// <summary>Each group begins where the one before ended, and so do the indicators of a group.</summary>
    private static ImmutableArray<ContributionRow> Stand(IEnumerable<ContributionRow> rows)
    {
        var standing = ImmutableArray.CreateBuilder<ContributionRow>();
        var (group, indicator) = (0m, 0m);
        foreach (var row in rows)
        {
            var from = row.IsGroup ? group : indicator;
            standing.Add(row with { From = (double)from, To = (double)(from + row.Points) });
            (group, indicator) = row.IsGroup ? (group + row.Points, group) : (group, indicator + row.Points);
        }
        return standing.ToImmutable();
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
        return new(name, Figures.PublishedPoints(text, language), points, isGroup, 0, 0);
    }

    private static string NameOf(string code, IndexMethodology methodology, Language language) =>
        code == Contribution.MethodChange || code.Length == 0
            ? language["方法变更", "Method change"]
            : methodology.NameOf(code, language);
}

/// <param name="Points">Exact sum of the published texts.</param>
/// <param name="IsGroup">True for a group and for the total; the indicators of a group follow it.</param>
/// <param name="From">Where the bar begins, 0 to 1 on the scale of the table.</param>
public sealed record ContributionRow(string Name, string Text, decimal Points, bool IsGroup, double From, double To);
