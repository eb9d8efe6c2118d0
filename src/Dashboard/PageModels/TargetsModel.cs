using System.Globalization;
using Indices.Methodology;

namespace Dashboard.PageModels;

/// <summary>The public page of all targets.</summary>
/// <param name="Sentence">The whole sentence of the document that sets them.</param>
/// <param name="IsOver">True when the target date has passed.</param>
/// <param name="DataUpdated">When the newest figure became known; null when there is none.</param>
public sealed record TargetsModel(
    PageHead Head,
    string Document,
    string Section,
    string Sentence,
    string Deadline,
    bool IsOver,
    ValueList<TargetDetail> Targets,
    ValueList<TargetCount> Statuses,
    string? DataUpdated)
{
    /// <param name="standings">Null before the targets are loaded.</param>
    /// <param name="today">In the office's clock.</param>
    public static TargetsModel Of(TargetStandings? standings, Catalogue? catalogue, DateOnly today, Language language)
    {
        if (standings is null || catalogue is null)
            return new(HeadOf(false, language), "", "", "", "", false, [], [], null);
        ValueList<TargetDetail> targets = [.. standings.Targets.Select(t => TargetDetail.Of(t, catalogue, language))];
        return new(
            HeadOf(targets.Any(t => t.Tile.IsSynthetic), language),
            standings.Set.Document,
            standings.Set.Section,
            standings.Set.Sentence,
            standings.Set.Deadline.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            today > standings.Set.Deadline,
            targets,
            TargetCount.Of(targets.Select(t => t.Tile), language),
            standings.NewestData is { } newest ? Figures.Instant(newest.Instant) : null);
    }

    private static PageHead HeadOf(bool isSynthetic, Language language) => new(
        language,
        DashboardUrls.Targets,
        language["目标", "Targets"],
        language["各项目标的最新数值、应达值、进度、状态与出处。", "Latest value, required path, progress, status and source of every target."],
        IsSynthetic: isSynthetic);
}
