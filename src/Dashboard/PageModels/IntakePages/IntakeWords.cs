using System.Globalization;
using Indices.Intake;
using Indices.Observations;

namespace Dashboard.PageModels.IntakePages;

/// <summary>Words for what happens to incoming statistics.</summary>
internal static class IntakeWords
{
    internal static string Of(ChangeKind kind, Language language) => kind switch
    {
        ChangeKind.Added => language["新增", "added"],
        ChangeKind.Revised => language["修订", "revised"],
        ChangeKind.Earlier => language["补历史", "earlier vintage"],
        _ => language["未变", "unchanged"],
    };

    internal static string Of(FindingKind kind, Language language) => kind switch
    {
        FindingKind.Error => language["■ 错误", "■ error"],
        FindingKind.Warning => language["◆ 警告", "◆ warning"],
        _ => language["– 提示", "– notice"],
    };

    internal static string ClassOf(FindingKind kind) => kind switch
    {
        FindingKind.Error => "status-far-behind",
        FindingKind.Warning => "status-behind",
        _ => "status-no-data",
    };

    /// <summary>Relative change, or a dash where there is none.</summary>
    internal static string Percent(string? old, string? now)
    {
        if (old is null || now is null)
            return "–";
        var (from, to) = (Number(old), Number(now));
        return from == 0 ? "–" : Figures.Change((to / from - 1) * 100, 1) + "%";
    }

    internal static string Counts(PreviewCounts counts, Language language) => language[
        $"新增 {counts.Added} · 修订 {counts.Revised} · 补历史 {counts.Earlier} · 未变 {counts.Unchanged} · 交易 {counts.Deals} · 有警告 {counts.Held} 行 · 拒收 {counts.Refused}",
        $"{counts.Added} added · {counts.Revised} revised · {Language.Counted(counts.Earlier, "earlier vintage", "earlier vintages")} · {counts.Unchanged} unchanged · {Language.Counted(counts.Deals, "deal", "deals")} · {Language.Counted(counts.Held, "row with warnings", "rows with warnings")} · {counts.Refused} refused"];

    /// <summary>What became of a document that somebody let in.</summary>
    internal static string Accepted(AppendOutcome outcome, Language language) => outcome.Known
        ? language["这份文件以前已经采用，没有改动。", "These very bytes had been accepted before; nothing changed."]
        : language[
            $"已采用：新增 {outcome.Added}，修订 {outcome.Revised}，交易 {outcome.Deals}，进入隔离区 {outcome.Refused} 行。",
            $"Accepted: {outcome.Added} added, {outcome.Revised} revised, {Language.Counted(outcome.Deals, "deal", "deals")}, {Language.Counted(outcome.Refused, "row", "rows")} in the quarantine."];

    internal static double Number(string text) => double.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture);
}
