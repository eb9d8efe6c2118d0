using System.Globalization;
using Indices.Observations;

namespace Indices.Releases.Checks;

internal static class DataRules
{
    internal static ChecklistItem? Quarantine(ChecklistFacts facts)
    {
        if (facts.OpenRows.IsEmpty)
            return null;
        var rows = facts.OpenRows.Sum(r => r.Count).ToString(CultureInfo.InvariantCulture);
        var documents = string.Join(' ', facts.OpenRows.Take(5).Select(r => r.Document));
        return new("quarantine", false, new($"隔离区还有 {rows} 行未处理：{documents}。", $"{rows} rows wait in the quarantine: {documents}."));
    }

    internal static ChecklistItem? Synthetic(ChecklistFacts facts) => facts.Version.Origin == Origin.Synthetic && !facts.IsDemonstration
        ? new("synthetic", true, new("含演示数据，不能正式发布。", "It rests on demonstration data and cannot be published."))
        : null;
}
