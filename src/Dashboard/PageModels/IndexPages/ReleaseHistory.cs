using System.Collections.Immutable;
using Indices.Releases;

namespace Dashboard.PageModels.IndexPages;

/// <summary>One published version among all of an index.</summary>
/// <param name="Address">Page of exactly that version.</param>
public sealed record HistoryRow(string Period, string Address, string Version, string Kind, string? Reason, string ReleasedAt, bool IsShown);

public static class ReleaseHistory
{
    /// <param name="history">Newest period first, newest version first.</param>
    public static ImmutableArray<HistoryRow> Rows(IReadOnlyList<ReleaseVersion> history, ReleaseVersion shown, Language language) =>
        [.. history.Select(v => new HistoryRow(
            Figures.PeriodName(v.Period, language),
            DashboardUrls.In(language, DashboardUrls.IndexVersion(v.Index, v.Period, v.Number)),
            v.Number.ToString(System.Globalization.CultureInfo.InvariantCulture),
            StatusWords.Of(v.Kind, language),
            ReleaseWords.Kept(v.Reason, language),
            Figures.Instant(v.ReleasedAt()),
            v.Id == shown.Id))];
}
