using System.Collections.Frozen;

namespace Ingest.Validation;

/// <summary>Units of counts and amounts, of which there can be none but never fewer.</summary>
internal static class Units
{
    private static readonly FrozenSet<string> Counted = new[]
    {
        "个", "人", "人次", "件", "元", "场", "天", "家", "年", "张", "户", "户次", "次", "笔", "美元", "项", "drawdown",
    }.ToFrozenSet();

    /// <summary>True for 家, 亿元, 万次, 件/百万人 and the like; growth, shares, rates and spreads may be negative.</summary>
    internal static bool IsCountOrAmount(string unit) => unit.Split('/').All(part => Counted.Contains(part.TrimStart('十', '百', '千', '万', '亿')));
}
