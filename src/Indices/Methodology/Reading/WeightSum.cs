using Indices.Methodology.Yaml;

namespace Indices.Methodology.Reading;

internal static class WeightSum
{
    /// <summary>Weights of one level must sum to 1 exactly. A level with a weight that could not be read is not judged.</summary>
    internal static void Check(Section section, string key, string code, IReadOnlyCollection<Weight?> weights)
    {
        if (weights.Count == 0)
        {
            if (section.Has(key))
                section.Fault(key, $"{code} 下没有任何成分。", $"There is nothing under {code}.");
            return;
        }
        if (weights.Any(w => w is null))
            return;
        var sum = weights.Aggregate(Weight.Zero, (total, w) => total + w!.Value);
        if (sum != Weight.One)
            section.Fault(key, $"{code} 下各项权重之和是 {sum}，应为 1。", $"The weights under {code} sum to {sum}, not 1.");
    }
}
