using System.Collections.Immutable;
using Dashboard.Components.Charts;
using Dashboard.PageModels.IndexPages;
using Indices.Methodology;
using Indices.Releases;

namespace Dashboard.PageModels.SitePages;

/// <summary>An index as a part of somebody else's page: newest value, chart, and where it comes from.</summary>
/// <param name="Value">Published text, or why there is none.</param>
/// <param name="Source">Whole address of the index page, where the site knows its own.</param>
public sealed record EmbedPage(
    Language Language, string Name, string Period, string Value, ImmutableArray<Change> Changes, ChartData Chart, string Source, string Site, bool IsSynthetic)
{
    public static EmbedPage Compose(ReleaseContent content, IndexMethodology methodology, Site site, Language language) => new(
        language, methodology.Name.In(language.IsEnglish), Figures.PeriodName(content.Version.Period, language),
        content.HeadlineText(language),
        [.. content.Changes(language)],
        SeriesTable.Chart(content, methodology, language),
        site.Absolute(DashboardUrls.In(language, DashboardUrls.Index(methodology.Code))), site.In(language), content.IsSynthetic());
}
