using Indices.Methodology;

namespace Dashboard.PageModels;

/// <summary>The public page of all targets.</summary>
/// <param name="Sentence">The whole sentence of the document that sets them.</param>
/// <param name="IsOver">True when the target date has passed.</param>
public sealed record TargetsModel(
    string Document,
    string Section,
    string Sentence,
    string Deadline,
    bool IsOver,
    bool IsSynthetic,
    ValueList<TargetDetail> Targets,
    string? DataUpdated)
{
    /// <param name="today">In the office's clock.</param>
    public static TargetsModel Of(TargetStandings standings, Catalogue catalogue, DateOnly today, Language language)
    {
        ValueList<TargetDetail> targets = [.. standings.Targets.Select(t => TargetDetail.Of(t, catalogue, language))];
        return new(
            standings.Set.Document,
            standings.Set.Section,
            standings.Set.Sentence,
            standings.Set.Deadline.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture),
            today > standings.Set.Deadline,
            targets.Any(t => t.Tile.IsSynthetic),
            targets,
            standings.NewestData is { } newest ? Figures.Instant(newest.Instant) : null);
    }
}
