using System.Collections.Immutable;
using System.Globalization;
using Dashboard.PageModels.IndexPages;
using Indices.Methodology;
using Indices.Releases;

namespace Dashboard.PageModels.Revisions;

/// <summary>How the published values of an index have been revised, in final text.</summary>
/// <param name="Vintages">Headings of the triangle: when each release came out.</param>
/// <param name="Periods">First and latest value, newest period first.</param>
/// <param name="Triangle">The newest periods in the newest releases.</param>
public sealed record RevisionsPage(
    PageHead Head,
    string Name,
    string IndexAddress,
    ImmutableArray<Fact> Summary,
    ImmutableArray<RevisionRow> Periods,
    ImmutableArray<string> Vintages,
    ImmutableArray<TriangleRow> Triangle)
{
    /// <summary>A wider table is not read; the files hold the rest.</summary>
    public const int ShownVintages = 12;

    public static RevisionsPage Compose(
        IndexMethodology methodology, IReadOnlyList<ReleaseStep> steps, IReadOnlyList<ReleaseVersion> history, WorkingDayCalendar calendar, Language language)
    {
        var triangle = RevisionTriangle.Of(methodology.Code, steps);
        var name = methodology.Name.In(language.IsEnglish);
        var skipped = Math.Max(0, triangle.Vintages.Length - ShownVintages);
        return new(
            new PageHead(
                language, DashboardUrls.Revisions(methodology.Code), language[$"{name} 修订情况", $"{name}: revisions"],
                language[$"{name}各期首次公布值、最新值、修订三角表与平均修订幅度。", $"First and latest values, revision triangle and mean revision of the {name}."],
                IsSynthetic: triangle.Vintages.Any(v => v.Origin == Indices.Observations.Origin.Synthetic), IsIndex: true),
            name,
            DashboardUrls.In(language, DashboardUrls.Index(methodology.Code)),
            Facts(triangle, Punctuality.Of(history, methodology, calendar), methodology.Rounding.Index, language),
            [.. triangle.Periods.Reverse().Where(p => p.First is not null).Select(p => Row(p, language))],
            [.. triangle.Vintages.Skip(skipped).Select(v => Figures.Instant(v.ReleasedAt())[..10])],
            [.. triangle.Periods.Reverse().Take(ShownVintages).Select(p => new TriangleRow(Figures.PeriodName(p.Period, language), Cells(p, skipped)))]);
    }

    private static ImmutableArray<Fact> Facts(RevisionTriangle triangle, Punctuality punctuality, int decimals, Language language) =>
    [
        new(language["发布次数", "Releases"], triangle.Vintages.Length.ToString(CultureInfo.InvariantCulture)),
        new(language["可修订的时期", "Periods that could be revised"], triangle.Revisions.Length.ToString(CultureInfo.InvariantCulture)),
        new(language["数值有变的时期", "Periods revised"], triangle.Revisions.Count(r => r != 0).ToString(CultureInfo.InvariantCulture)),
        new(language["平均修订", "Mean revision"], Points(triangle.Mean, Figures.Change, decimals, language)),
        new(language["平均绝对修订", "Mean absolute revision"], Points(triangle.MeanAbsolute, Figures.Number, decimals, language)),
        new(language["按时发布", "Released on time"], punctuality.Counted == 0 ? "–" : language[
            $"{punctuality.Counted} 次中 {punctuality.OnTime} 次（{Figures.Share((double)punctuality.OnTime / punctuality.Counted)}）",
            $"{punctuality.OnTime} of {punctuality.Counted} ({Figures.Share((double)punctuality.OnTime / punctuality.Counted)})"]),
    ];

    /// <summary>A mean has one decimal more than what it is the mean of.</summary>
    private static string Points(decimal? mean, Func<double, int, string> number, int decimals, Language language) =>
        mean is { } points ? Figures.Points(number((double)points, decimals + 1), language) : "–";

    private static RevisionRow Row(RevisedPeriod period, Language language) => new(
        Figures.PeriodName(period.Period, language), Figures.Published(period.First!),
        period.Latest is { } latest ? Figures.Published(latest) : language["不予公布", "withheld"],
        period.Revision is { } revision ? Figures.PublishedChange(revision.ToString(CultureInfo.InvariantCulture)) : "–");

    private static ImmutableArray<TriangleCell> Cells(RevisedPeriod period, int skipped) =>
        [.. period.Texts.Select((text, i) => new TriangleCell(
            text is null ? "" : Figures.Published(text), i > 0 && period.Texts[i - 1] is { } before && text is not null && text != before)).Skip(skipped)];
}

/// <param name="Revision">Latest less first; a dash when no release followed the first.</param>
public sealed record RevisionRow(string Period, string First, string Latest, string Revision);

public sealed record TriangleRow(string Period, ImmutableArray<TriangleCell> Cells);

/// <param name="IsChanged">True when the release before said otherwise.</param>
public sealed record TriangleCell(string Text, bool IsChanged);
