using System.Collections.Immutable;
using Indices.Calculation.Uncertainty;
using Indices.Methodology;

namespace Indices.Calculation.Composite;

/// <summary>The top level of a composite with weights that are not the methodology's, by the same mean. Never an official value.</summary>
public static class OwnWeights
{
    private const ulong Seed = 20_230_002;

    /// <summary>The mean of the values of the groups; 0 weight leaves a group out.</summary>
    /// <param name="weights">In any unit, not negative, at least one above 0.</param>
    /// <param name="values">As many; null where a group has none.</param>
    /// <returns>Null when a group with weight has no value, or the mean does not exist.</returns>
    public static double? Mean(Aggregation aggregation, ImmutableArray<double> weights, ImmutableArray<double?> values)
    {
        var total = weights.Sum();
        var counted = Enumerable.Range(0, weights.Length).Where(i => weights[i] > 0).ToArray();
        return counted.All(i => values[i] is not null)
            ? WeightedMean.Of(aggregation, [.. counted.Select(i => weights[i] / total)], [.. counted.Select(i => values[i]!.Value)])
            : null;
    }

    /// <summary>Of so many weightings, drawn evenly from all there are, those that put one period above another. The draws are always the same.</summary>
    public static int CountAbove(Aggregation aggregation, ImmutableArray<double?> values, ImmutableArray<double?> earlier, int weightings)
    {
        var random = new SplitMix64(Seed);
        var above = 0;
        for (var i = 0; i < weightings; i++)
        {
            // Shares of exponential draws are even on all weightings that sum to 1.
            var weights = values.Select(_ => -Math.Log(random.NextUniform())).ToImmutableArray();
            if (Mean(aggregation, weights, values) > Mean(aggregation, weights, earlier))
                above++;
        }
        return above;
    }
}
