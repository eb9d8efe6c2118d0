using Indices.Methodology;

namespace Indices.Calculation.Composite;

/// <summary>The value of a node from those of its children (methodology, section 5).</summary>
internal static class WeightedMean
{
    /// <summary>
    /// Weighted generalised mean (Σ w x^r)^(1/r); Σ w x at r = 1, exp Σ w ln x at r = 0. Sums run in the order given, and a
    /// child without weight takes no part.
    /// </summary>
    /// <param name="weights">Sum to 1.</param>
    /// <param name="values">In their own unit, as many as weights.</param>
    /// <returns>Null when a value is negative and the mean is not arithmetic; 0 when one is 0 and r is not above 0.</returns>
    internal static double? Of(Aggregation aggregation, ReadOnlySpan<double> weights, ReadOnlySpan<double> values)
    {
        var power = aggregation.Power;
        var sum = 0.0;
        for (var i = 0; i < values.Length; i++)
        {
            if (weights[i] == 0.0)
                continue;
            if (values[i] < 0.0 && power != 1.0)
                return null;
            sum += weights[i] * power switch
            {
                1.0 => values[i],
                0.0 => Math.Log(values[i]),
                _ => Math.Pow(values[i], power),
            };
        }
        return power switch
        {
            1.0 => sum,
            0.0 => Math.Exp(sum),
            _ => Math.Pow(sum, 1.0 / power),
        };
    }
}
