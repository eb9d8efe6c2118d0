using System.Collections.Immutable;

namespace Indices.Calculation.Statistics;

/// <summary>How many of several independent events happen, each with a probability of its own.</summary>
public sealed class PoissonBinomial
{
    private readonly ImmutableArray<double> _mass;

    /// <summary>Built event by event, in the order given: P(k) = P(k) · (1 − p) + P(k − 1) · p.</summary>
    public PoissonBinomial(IEnumerable<double> probabilities)
    {
        double[] mass = [1.0];
        foreach (var p in probabilities)
        {
            var next = new double[mass.Length + 1];
            for (var k = 0; k < next.Length; k++)
                next[k] = (k < mass.Length ? mass[k] : 0) * (1 - p) + (k > 0 ? mass[k - 1] : 0) * p;
            mass = next;
        }
        _mass = [.. mass];
    }

    /// <summary>Probability of each number from 0 to the number of events.</summary>
    public IReadOnlyList<double> Mass => _mass;

    public double Mean => _mass.Select((p, k) => k * p).Sum();

    /// <summary>P(K ≥ k).</summary>
    public double UpperTail(int k) => _mass.Skip(Math.Max(k, 0)).Sum();

    /// <summary>The smallest k with P(K ≤ k) ≥ <paramref name="probability"/>; the number of events where rounding keeps the sum below it.</summary>
    public int Quantile(double probability)
    {
        var (k, sum) = (0, _mass[0]);
        while (sum < probability && k < _mass.Length - 1)
            sum += _mass[++k];
        return k;
    }
}
