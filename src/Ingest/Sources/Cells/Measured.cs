using System.Collections.Frozen;
using System.Text.RegularExpressions;
using Ingest.Sources.Csv;

namespace Ingest.Sources.Cells;

/// <summary>A unit as statistics print it: a power of ten and what is counted. 亿元 is 10⁸ × 元, 件/百万人 is 10⁻⁶ × 件/人.</summary>
/// <param name="Counted">What is counted; empty after a bare 万 or 亿, which count whatever the series counts; <c>1</c> for shares and rates.</param>
internal readonly partial record struct Measured(int Power, string Counted)
{
    private const string Share = "1";

    private static readonly FrozenDictionary<string, int> Magnitudes = new Dictionary<string, int>
    {
        [""] = 0, ["十"] = 1, ["百"] = 2, ["千"] = 3, ["万"] = 4, ["十万"] = 5, ["百万"] = 6, ["千万"] = 7,
        ["亿"] = 8, ["十亿"] = 9, ["百亿"] = 10, ["千亿"] = 11, ["万亿"] = 12,
    }.ToFrozenDictionary();

    private static readonly FrozenDictionary<string, int> Shares = new Dictionary<string, int>
    {
        ["%"] = -2, ["百分点"] = -2, ["个百分点"] = -2, ["百分比"] = -2, ["‰"] = -3, ["千分点"] = -3, ["个千分点"] = -3,
        ["bp"] = -4, ["基点"] = -4, ["个基点"] = -4,
    }.ToFrozenDictionary();

    private static readonly FrozenSet<string> Things = new[]
    {
        "元", "美元", "港元", "欧元", "日元", "英镑", "家", "户", "个", "人", "人次", "件", "场", "天", "年", "月", "张", "户次", "次", "笔", "项", "单",
        "倍", "分", "点", "吨", "平方米", "公里", "篇", "只", "支", "宗", "起", "所", "座", "套", "辆", "台", "份",
    }.ToFrozenSet();

    /// <summary>Null for words that are no unit.</summary>
    internal static Measured? TryParse(string text)
    {
        var plain = Spaces().Replace(Widths.Narrow(text), "").Replace("人民币", "", StringComparison.Ordinal);
        var parts = plain.Split('/');
        if (parts.Length > 2 || Part(parts[0]) is not { } upper)
            return null;
        if (parts.Length == 1)
            return upper;
        return Part(parts[1]) is { Counted.Length: > 0 } lower ? new(upper.Power - lower.Power, $"{upper.Counted}/{lower.Counted}") : null;
    }

    /// <summary>True for %, ‰, 百分点 and bp.</summary>
    internal bool IsShare => Counted == Share;

    /// <summary>The power of ten that turns a number in this unit into one in another; null when the two count different things.</summary>
    internal int? To(Measured other) => Counted == other.Counted || (Counted.Length == 0 && !other.IsShare) ? Power - other.Power : null;

    private static Measured? Part(string text)
    {
        if (Shares.TryGetValue(text.ToLowerInvariant(), out var share))
            return new(share, Share);
        // The longest magnitude first: 千亿 is not 千 × "亿".
        for (var length = Math.Min(2, text.Length); length >= 0; length--)
            if (Magnitudes.TryGetValue(text[..length], out var power) && (Things.Contains(text[length..]) || (length > 0 && length == text.Length)))
                return new(power, text[length..]);
        return null;
    }

    [GeneratedRegex(@"[\s　]+", RegexOptions.CultureInvariant)]
    private static partial Regex Spaces();
}
