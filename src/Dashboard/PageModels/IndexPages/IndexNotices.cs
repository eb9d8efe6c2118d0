using System.Collections.Immutable;
using Indices.Methodology;
using Indices.Releases;

namespace Dashboard.PageModels.IndexPages;

/// <summary>Something a reader has to know before the number.</summary>
/// <param name="Address">Where the text leads to; null when it leads nowhere.</param>
public sealed record Notice(string Text, string? Address = null, string? Link = null);

/// <summary>Notices of a release: seen as of an earlier instant, superseded, corrected or revised, next one delayed.</summary>
public static class IndexNotices
{
    /// <param name="history">Newest period first, newest version first.</param>
    public static ImmutableArray<Notice> Of(ReleaseContent content, IReadOnlyList<ReleaseVersion> history, Definitions definitions, IndexRequest request) =>
        [.. new[] { AsOf(request), Superseded(content.Version, history, request.Language), Changed(content.Version, request.Language), Delayed(content.Version, history, definitions, request) }.OfType<Notice>()];

    private static Notice? AsOf(IndexRequest request) => !request.IsEarlier ? null : new(request.Language[
        $"这是 {Figures.Instant(request.Now)} 时已发布的内容，可能已被后来的版本取代。",
        $"This is what was published at {Figures.Instant(request.Now)}; later versions may have replaced it."]);

    private static Notice? Superseded(ReleaseVersion version, IReadOnlyList<ReleaseVersion> history, Language language)
    {
        if (history.FirstOrDefault(v => v.Period == version.Period) is not { } newest || newest.Number <= version.Number)
            return null;
        var reason = ReleaseWords.Kept(newest.Reason, language);
        return new(
            language[
                $"第{version.Number}版已于 {Figures.Instant(newest.ReleasedAt())} 被第{newest.Number}版取代{(reason is null ? "" : $"（{reason}）")}。",
                $"Version {version.Number} was replaced by version {newest.Number} at {Figures.Instant(newest.ReleasedAt())}{(reason is null ? "" : $" ({reason})")}."],
            DashboardUrls.In(language, DashboardUrls.IndexVersion(version.Index, version.Period, newest.Number)),
            language[$"看第{newest.Number}版", $"See version {newest.Number}"]);
    }

    private static Notice? Changed(ReleaseVersion version, Language language) => version.Kind switch
    {
        ReleaseKind.Correction => new(language["更正公告：", "Correction: "] + ReleaseWords.Kept(version.Reason, language)),
        ReleaseKind.Revision => new(language["计划修订：", "Planned revision: "] + ReleaseWords.Kept(version.Reason, language)),
        _ => null,
    };

    private static Notice? Delayed(ReleaseVersion version, IReadOnlyList<ReleaseVersion> history, Definitions definitions, IndexRequest request)
    {
        if (history.Count > 0 && history[0].Period != version.Period
            || NextRelease.Of(definitions.Versions(version.Index)[^1], version.Period, definitions.Calendar, request.Now) is not { Instant: { } due } next
            || due > request.Now)
            return null;
        var period = Figures.PeriodName(next.Period, request.Language);
        return new(request.Language[
            $"{period}原定于 {Figures.Instant(due)} 发布，现已延期。",
            $"{period} was due at {Figures.Instant(due)} and is delayed."]);
    }
}
