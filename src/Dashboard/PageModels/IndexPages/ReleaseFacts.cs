using System.Collections.Immutable;
using Indices.Methodology;
using Indices.Releases;

namespace Dashboard.PageModels.IndexPages;

/// <summary>The row of facts under the headline.</summary>
public static class ReleaseFacts
{
    private const int ShownFingerprint = 12;

    /// <param name="history">Newest period first.</param>
    public static ImmutableArray<Fact> Of(
        ReleaseContent content, IReadOnlyList<ReleaseVersion> history, Definitions definitions, IndexRequest request, Site site)
    {
        var (version, language) = (content.Version, request.Language);
        var newest = history.Count == 0 ? version.Period : history[0].Period;
        var next = NextRelease.Of(definitions.Versions(version.Index)[^1], newest, definitions.Calendar, request.Now);
        return
        [
            new(language["发布", "Released"], Figures.Instant(version.ReleasedAt())),
            new(language["数据截至", "Data as of"], Figures.Instant(version.DataVintage.Instant)),
            .. next is null ? [] : new Fact[]
            {
                new(language["下次发布", "Next release"], $"{Figures.PeriodName(next.Period, language)} {next.Text(request.Now, language)}"),
            },
            new(language["发布单位", "Published by"], site.Office.Sponsor ?? SiteOffice.Unfilled(language)),
            new(language["方法", "Method"], version.MethodologyVersion),
            new(language["版本", "Version"], language[$"第{version.Number}版", $"{version.Number}"]),
            new(language["指纹", "Fingerprint"], version.Fingerprint[..Math.Min(ShownFingerprint, version.Fingerprint.Length)]),
            new(language["数据来源", "Origin"], StatusWords.Of(version.Origin, language)),
        ];
    }
}
