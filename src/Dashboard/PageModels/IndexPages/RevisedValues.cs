using System.Collections.Immutable;
using Indices.Methodology;
using Indices.Releases;

namespace Dashboard.PageModels.IndexPages;

/// <summary>A published value of an earlier period that reads otherwise in this release.</summary>
public sealed record RevisedRow(string Period, string Before, string Now, string Change, string Kind, string Reason);

/// <summary>What this release changed of what readers had before it.</summary>
public static class RevisedValues
{
    /// <param name="before">What was published the instant before this release; null for the first.</param>
    /// <returns>Newest period first.</returns>
    public static ImmutableArray<RevisedRow> Rows(ReleaseContent content, ReleaseContent? before, IndexMethodology methodology, Language language)
    {
        if (before is null)
            return [];
        var version = content.Version;
        var firstOpen = methodology.FirstOpen(version.Period);
        return [.. content.Node(version.Index).Reverse()
            .Select(now => (Now: now, Before: before.At(version.Index, now.Period)))
            .Where(pair => pair.Before is not null && pair.Before.Text != pair.Now.Text)
            .Select(pair => new RevisedRow(
                Figures.PeriodName(pair.Now.Period, language), Shown(pair.Before!.Text, language), Shown(pair.Now.Text, language),
                pair.Now.Text is { } now && pair.Before.Text is { } was ? Figures.PublishedChange(Figures.PublishedDifference(now, was)) : "–",
                version.Kind == ReleaseKind.Correction ? language["更正", "correction"] : language["计划修订", "planned revision"],
                ReleaseWords.Kept(version.Reason, language) ?? Usual(pair.Now.Period < firstOpen, version, before.Version, language)))];
    }

    private static string Shown(string? text, Language language) => text is null ? language["不予公布", "withheld"] : Figures.Published(text);

    private static string Usual(bool isClosed, ReleaseVersion now, ReleaseVersion before, Language language) =>
        now.MethodologyVersion != before.MethodologyVersion
            ? language[$"方法版本 {now.MethodologyVersion} 取代 {before.MethodologyVersion}", $"methodology {now.MethodologyVersion} took over from {before.MethodologyVersion}"]
            : isClosed
                ? language["修订窗口以外，未注明原因", "outside the open window; no reason given"]
                : language["修订窗口内数据更新", "newer data in the open window"];
}
