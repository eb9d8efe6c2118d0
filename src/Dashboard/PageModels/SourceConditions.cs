using Indices.Sources.Health;

namespace Dashboard.PageModels;

/// <summary>States of sources by word, shape and colour.</summary>
public static class SourceConditions
{
    public static (string Class, string Shape, string Word) Look(SourceCondition condition, Language text) => condition switch
    {
        SourceCondition.Complete => ("status-met", "▲", text["齐全", "complete"]),
        SourceCondition.Due => ("status-on-track", "●", text["待报", "awaited"]),
        SourceCondition.Late => ("status-behind", "◆", text["迟报", "late"]),
        SourceCondition.Stale => ("status-far-behind", "■", text["久未更新", "stale"]),
        SourceCondition.Failing => ("status-far-behind", "■", text["抓取失败", "failing"]),
        _ => ("status-no-data", "–", text["停用", "off"]),
    };
}
