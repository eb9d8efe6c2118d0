using System.Collections.Immutable;
using Indices.Methodology;
using Indices.Releases;

namespace Dashboard.PageModels;

/// <summary>One index in short, for lists, the home page and the wall.</summary>
/// <param name="Value">Published text of the newest value; null when nothing is published yet or the value is withheld.</param>
/// <param name="Withheld">Why there is no value.</param>
/// <param name="Trend">Values of the index, oldest first, null where withheld.</param>
public sealed record IndexCard(
    string Code,
    string Name,
    string Address,
    string? Value,
    string Period,
    string Status,
    ImmutableArray<Change> Changes,
    string Base,
    ImmutableArray<double?> Trend,
    bool IsSynthetic,
    string? Withheld,
    string Next)
{
    /// <summary>Periods that a sparkline shows.</summary>
    private const int TrendLength = 24;

    /// <summary>One card for each index of the definitions, in their order.</summary>
    public static ImmutableArray<IndexCard> All(Definitions definitions, IReadOnlyList<ReleaseContent> newest, DateTimeOffset now, Language language) =>
        [.. definitions.Published
            .Select(m => Of(m, newest.FirstOrDefault(r => r.Version.Index == m.Code), definitions.Calendar, now, language))];

    private static IndexCard Of(IndexMethodology methodology, ReleaseContent? content, WorkingDayCalendar calendar, DateTimeOffset now, Language language)
    {
        var next = NextRelease.Of(methodology, content?.Version.Period, calendar, now);
        var nextText = next is null ? "" : $"{Figures.PeriodName(next.Period, language)} {next.Text(now, language)}";
        var empty = new IndexCard(
            methodology.Code, methodology.Name.In(language.IsEnglish), DashboardUrls.In(language, DashboardUrls.Index(methodology.Code)),
            null, "", "", [], BaseText(methodology, language), [], false,
            language["尚未发布", "not published yet"], nextText);
        if (content?.Headline() is not { } headline)
            return empty;
        return empty with
        {
            Value = headline.Text is { } text ? Figures.Published(text) : null,
            Period = Figures.PeriodName(headline.Period, language),
            Status = StatusWords.Of(headline.Status, language),
            Changes = [.. content.Changes(language)],
            Trend = [.. content.Node(methodology.Code).TakeLast(TrendLength).Select(v => v.Text is { } t ? (double?)(double)Figures.Exact(t) : null)],
            IsSynthetic = content.IsSynthetic(),
            Withheld = headline.Text is null ? ReleaseWords.Kept(headline.Reason, language) ?? language["不予公布", "withheld"] : null,
        };
    }

    /// <summary>2022年=100, or what the scale is where there is no base.</summary>
    public static string BaseText(IndexMethodology methodology, Language language) => methodology.Base is { } rule
        ? $"{Figures.PeriodName(rule.Period, language)}{(rule.Count > 1 ? $"–{Figures.PeriodName(rule.LastPeriod, language)}" : "")}={Figures.Number(rule.Value, 0)}"
        : language["无基期", "no base period"];
}
