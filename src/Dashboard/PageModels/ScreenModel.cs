using Indices.Calculation.Targets;

namespace Dashboard.PageModels;

/// <summary>All that the wall shows, as final text. Equal models look the same.</summary>
/// <param name="IsSynthetic">True when any figure shown rests on demonstration data.</param>
/// <param name="Statuses">How many targets have each status, best first; statuses of no target are left out.</param>
public sealed record ScreenModel(
    string Title,
    bool IsSynthetic,
    ValueList<TargetTile> Targets,
    ValueList<TargetCount> Statuses,
    string Summary,
    ValueList<IndexTile> Indices,
    Freshness Freshness)
{
    public static ScreenModel Of(
        string title, ValueList<TargetTile> targets, ValueList<IndexTile> indices, Freshness freshness, Language language) => new(
        title,
        targets.Any(t => t.IsSynthetic) || indices.Any(i => i.IsSynthetic),
        targets,
        TargetCount.Of(targets, language),
        SummaryOf(targets, language),
        indices,
        freshness);

    private static string SummaryOf(ValueList<TargetTile> targets, Language language)
    {
        if (targets.Count == 0)
            return language["正在装入目标", "Loading the targets"];
        var met = targets.Count(t => t.Status == StatusLook.Of(TargetStatus.Met, language));
        return language[$"{targets.Count} 项目标，{met} 项已达成", $"{targets.Count} targets, {met} met"];
    }
}
