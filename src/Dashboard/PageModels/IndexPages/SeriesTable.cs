using System.Collections.Immutable;
using Dashboard.Components.Charts;
using Indices.Methodology;
using Indices.Releases;

namespace Dashboard.PageModels.IndexPages;

/// <summary>One period of the index as a row of the table that stands beside the chart.</summary>
/// <param name="Value">Published text, or why there is none.</param>
public sealed record SeriesRow(string Key, string Period, string Value, string Change, string Status, string Version);

/// <summary>The chart of an index and the same data as a table.</summary>
public static class SeriesTable
{
    /// <summary>Newest first.</summary>
    public static ImmutableArray<SeriesRow> Rows(ReleaseContent content, Language language)
    {
        var values = content.Node(content.Version.Index).ToImmutableArray();
        return [.. values.Select((v, i) => Row(v, i > 0 ? values[i - 1] : null, language)).Reverse()];
    }

    public static ChartData Chart(ReleaseContent content, IndexMethodology methodology, Language language)
    {
        var values = content.Node(methodology.Code).ToImmutableArray();
        var name = methodology.Name.In(language.IsEnglish);
        return new(
            name,
            Description(values, name, language),
            language["点", "points"],
            methodology.Rounding.Index,
            [.. values.Select(v => v.Period.ToString())],
            [new ApexPointSeries(name, [.. values.Select(Number)])],
            [.. Enumerable.Range(1, Math.Max(0, values.Length - 1))
                .Where(i => values[i].Version != values[i - 1].Version)
                .Select(i => new ChartMark(i, language["方法 ", "Method "] + values[i].Version))],
            language.IsEnglish);
    }

    private static double? Number(PublishedValue value) => value.Text is { } text ? (double)Figures.Exact(text) : null;

    private static SeriesRow Row(PublishedValue value, PublishedValue? before, Language language) => new(
        value.Period.ToString(),
        Figures.PeriodName(value.Period, language),
        value.Text is { } text ? Figures.Published(text) : ReleaseWords.Kept(value.Reason, language) ?? StatusWords.Of(value.Status, language),
        value.Text is { } later && before?.Text is { } earlier && before.Period.Plus(1) == value.Period
            ? Figures.PublishedChange(Figures.PublishedDifference(later, earlier))
            : "–",
        StatusWords.Of(value.Status, language),
        value.Version);

    private static string Description(ImmutableArray<PublishedValue> values, string name, Language language)
    {
        var published = values.Where(v => v.Text is not null).ToArray();
        if (published.Length == 0)
            return language[$"{name}尚无已公布的数值。", $"No published values of the {name}."];
        var (first, last) = (published[0], published[^1]);
        var (low, high) = (published.MinBy(v => Figures.Exact(v.Text!))!, published.MaxBy(v => Figures.Exact(v.Text!))!);
        return language[
            $"{name}，{At(first)}至{At(last)}；最低{At(low)}，最高{At(high)}。",
            $"{name} from {At(first)} to {At(last)}; lowest {At(low)}, highest {At(high)}."];

        string At(PublishedValue v) => language[
            $"{Figures.PeriodName(v.Period, language)}的{Figures.Published(v.Text!)}",
            $"{Figures.Published(v.Text!)} in {Figures.PeriodName(v.Period, language)}"];
    }
}
