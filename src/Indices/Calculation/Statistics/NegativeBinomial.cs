using MathNet.Numerics;

namespace Indices.Calculation.Statistics;

/// <summary>
/// Negative binomial distribution of a count K ≥ 0 with a real number of successes r: a Poisson count whose rate is gamma
/// distributed (Johnson, Kemp and Kotz, Univariate Discrete Distributions, chapter 5).
/// </summary>
/// <param name="Successes">r, positive.</param>
/// <param name="Probability">p, above 0 and at most 1; the mean is r · (1 − p) / p.</param>
/// <remarks>Relative error below 1e-10 in both tails up to means of some ten thousands.</remarks>
public readonly record struct NegativeBinomial(double Successes, double Probability)
{
    /// <summary>P(K = k) = Γ(k + r) / (Γ(r) k!) · pʳ · (1 − p)ᵏ.</summary>
    public double Mass(long k) => k < 0 ? 0 : Math.Exp(
        SpecialFunctions.GammaLn(k + Successes) - SpecialFunctions.GammaLn(Successes) - SpecialFunctions.GammaLn(k + 1.0)
        + Successes * Math.Log(Probability) + (k == 0 ? 0 : k * Math.Log(1 - Probability)));

    /// <summary>P(K ≤ k), by the regularised incomplete beta function I(p; r, k + 1).</summary>
    public double LowerTail(long k) => k < 0 ? 0 : SpecialFunctions.BetaRegularized(Successes, k + 1.0, Probability);

    /// <summary>P(K ≥ k), by I(1 − p; k, r): not one minus the rest, which would have no digits left far out.</summary>
    public double UpperTail(long k) => k <= 0 ? 1 : SpecialFunctions.BetaRegularized(k, Successes, 1 - Probability);

    /// <summary>The smallest k with P(K ≤ k) ≥ <paramref name="probability"/>.</summary>
    /// <param name="probability">Above 0 and below 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">No quantile exists.</exception>
    public long Quantile(double probability)
    {
        if (!(probability > 0 && probability < 1))
            throw new ArgumentOutOfRangeException(nameof(probability), probability, "A quantile needs a probability between 0 and 1.");
        var (below, enough) = (-1L, 1L);
        while (LowerTail(enough) < probability)
            (below, enough) = (enough, 2 * enough);
        while (enough - below > 1)
        {
            var middle = below + (enough - below) / 2;
            (below, enough) = LowerTail(middle) < probability ? (middle, enough) : (below, middle);
        }
        return enough;
    }
}
