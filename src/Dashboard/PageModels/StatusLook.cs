using Indices.Calculation.Targets;

namespace Dashboard.PageModels;

/// <summary>How a target's status is shown: always by word, shape and colour together.</summary>
/// <param name="CssClass">Name of the colour token, without the dashes.</param>
public sealed record StatusLook(string Word, string Shape, string CssClass)
{
    /// <summary>From best to worst, no data last: the order in which statuses are counted and explained.</summary>
    public static IReadOnlyList<TargetStatus> All { get; } =
        [TargetStatus.Met, TargetStatus.OnTrack, TargetStatus.Behind, TargetStatus.FarBehind, TargetStatus.NoData];

    public static StatusLook Of(TargetStatus status, Language language) => status switch
    {
        TargetStatus.Met => new(language["已达成", "Met"], "▲", "met"),
        TargetStatus.OnTrack => new(language["序时内", "On track"], "●", "on-track"),
        TargetStatus.Behind => new(language["滞后", "Behind"], "◆", "behind"),
        TargetStatus.FarBehind => new(language["严重滞后", "Far behind"], "■", "far-behind"),
        _ => new(language["数据不足", "No data"], "–", "no-data"),
    };

    /// <summary>What the status means, for readers.</summary>
    public static string Explain(TargetStatus status, Language language) => status switch
    {
        TargetStatus.Met => language["最新数值已达到目标要求；目标日期未到时，还须保持到目标日期。", "The newest figure satisfies the target; before the target date it must still hold until then."],
        TargetStatus.OnTrack => language["达到应达值要求的进度。", "At or above the required path."],
        TargetStatus.Behind => language["低于应达值，但未到严重滞后。", "Below the required path, but not far."],
        TargetStatus.FarBehind => language["远低于应达值，按现有速度不能达到目标。", "Far below the required path; the target is out of reach at the present pace."],
        _ => language["没有本口径的数值、基期值，或数值过旧，不作判断。", "No figure or baseline in the target's own scope, or the figure is too old: not rated."],
    };
}
