using System.Collections.Frozen;
using System.Collections.Immutable;
using Indices.Methodology.Yaml;

namespace Indices.Methodology.Reading;

/// <summary>Reads the closed list of transforms (methodology, section 3.3), each as <c>name</c> or <c>name:DENOMINATOR</c>.</summary>
internal static class TransformReader
{
    private static readonly FrozenDictionary<string, TransformKind> s_plain = new Dictionary<string, TransformKind>
    {
        ["level"] = TransformKind.Level,
        ["ttm_sum"] = TransformKind.TtmSum,
        ["ttm_mean"] = TransformKind.TtmMean,
        ["ttm_ratio"] = TransformKind.TtmRatio,
        ["sum_3y"] = TransformKind.Sum3Y,
        ["yoy"] = TransformKind.YearOnYear,
        ["month_mean"] = TransformKind.MonthMean,
        ["median"] = TransformKind.Median,
    }.ToFrozenDictionary();

    private static readonly FrozenDictionary<string, TransformKind> s_withDenominator = new Dictionary<string, TransformKind>
    {
        ["share"] = TransformKind.Share,
        ["ratio"] = TransformKind.Ratio,
        ["per10k"] = TransformKind.Per10K,
        ["permn"] = TransformKind.PerMillion,
        ["spread"] = TransformKind.Spread,
        ["fx"] = TransformKind.Exchange,
    }.ToFrozenDictionary();

    internal static ImmutableArray<Transform> Read(Section s, string key, References references)
    {
        var given = s.Texts(key);
        if (given.IsEmpty)
            return [new Transform(TransformKind.Level)];
        var transforms = given.Select(g => One(s, references, g.Text, g.Line)).OfType<Transform>().ToImmutableArray();
        // Converting a sum over a year at one rate would be wrong, and published growth or a ratio has no currency.
        if (transforms.Skip(1).Any(t => t.Kind == TransformKind.Exchange))
            s.Fault(key, "“fx”只能是第一个变换。", "'fx' must be the first transform.");
        return transforms;
    }

    private static Transform? One(Section s, References references, string text, int line)
    {
        if (s_plain.TryGetValue(text, out var plain))
            return new(plain);
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        if (colon > 0 && colon < text.Length - 1 && s_withDenominator.TryGetValue(text[..colon], out var kind))
        {
            if (kind == TransformKind.Exchange)
                references.Currency(s, text[(colon + 1)..], line);
            else
                references.Denominator(s, text[(colon + 1)..], line);
            return new(kind, text[(colon + 1)..]);
        }
        s.Faults.Add(line, $"不认识的变换“{text}”。", $"Unknown transform '{text}'.");
        return null;
    }
}
