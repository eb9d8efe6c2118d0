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
        TargetStatus.Met => language["目标日期的最终数已达到目标要求。", "The final figure for the target date satisfies the target."],
        TargetStatus.OnTrack => language["达到应达值，并且按以往的变化多半能达成。", "At or above the required path, and likely to be met if the past is a guide."],
        TargetStatus.Behind => language["略低于应达值，或达成的把握不足。", "A little below the required path, or not sure enough to be met."],
        TargetStatus.FarBehind => language["远低于应达值，或按以往的变化很难达成。", "Far below the required path, or unlikely to be met if the past is a guide."],
        _ => language["没有本口径的数值、基期值，或数值过旧，不作判断。", "No figure or baseline in the target's own scope, or the figure is too old: not rated."],
    };
}
