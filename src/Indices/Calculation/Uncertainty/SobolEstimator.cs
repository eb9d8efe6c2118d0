namespace Indices.Calculation.Uncertainty;

/// <summary>
/// Variance-based sensitivity from model outputs (methodology, section 12): first order after Saltelli et al., Computer
/// Physics Communications 181 (2010) 259-270, table 2 (b), centred; total effect after Jansen (1999).
/// </summary>
/// <remarks>
/// f(A), f(B): outputs for two independent samples. f(AB): for A with the columns of one input, or group of inputs, from B.
/// The rows of the three belong together.
/// </remarks>
public static class SobolEstimator
{
    /// <summary>Centred by the mean of f(A) and f(B) together, as shares of their pooled variance (n − 1).</summary>
    /// <returns>Dimensionless; NaN when the outputs do not vary.</returns>
    /// <exception cref="ArgumentException">The three differ in length or are empty.</exception>
    public static SobolIndices Estimate(ReadOnlySpan<double> a, ReadOnlySpan<double> b, ReadOnlySpan<double> ab)
    {
        var (mean, variance) = Pooled(a, b);
        return Estimate(a, b, ab, mean, variance);
    }

    /// <summary>
    /// S = Σ (f(B) − f₀)(f(AB) − f(A)) / N / V, S_T = Σ (f(A) − f(AB))² / 2N / V, for a given centre f₀ and variance V.
    /// </summary>
    /// <exception cref="ArgumentException">The three differ in length or are empty.</exception>
    public static SobolIndices Estimate(
        ReadOnlySpan<double> a, ReadOnlySpan<double> b, ReadOnlySpan<double> ab, double centre, double variance)
    {
        if (a.Length == 0 || a.Length != b.Length || a.Length != ab.Length)
            throw new ArgumentException("f(A), f(B) and f(AB) need the same number of rows, at least one.", nameof(ab));
        var (first, total) = (0.0, 0.0);
        for (var j = 0; j < a.Length; j++)
        {
            var moved = ab[j] - a[j];
            first += (b[j] - centre) * moved;
            total += moved * moved;
        }
        return new(first / a.Length / variance, total / (2 * a.Length) / variance);
    }

    /// <summary>Mean of f(A) and f(B) together, and their variance (n − 1).</summary>
    public static (double Mean, double Variance) Pooled(ReadOnlySpan<double> a, ReadOnlySpan<double> b)
    {
        var count = a.Length + b.Length;
        var mean = Sum(Sum(0.0, a), b) / count;
        return (mean, SumOfSquares(SumOfSquares(0.0, a, mean), b, mean) / (count - 1));
    }

    private static double Sum(double sum, ReadOnlySpan<double> values)
    {
        foreach (var value in values)
            sum += value;
        return sum;
    }

    private static double SumOfSquares(double sum, ReadOnlySpan<double> values, double mean)
    {
        foreach (var value in values)
            sum += (value - mean) * (value - mean);
        return sum;
    }
}

/// <param name="FirstOrder">Share of variance that this input explains alone; sampling error can make it negative.</param>
/// <param name="Total">Share that would remain if only this input stayed unknown; Total − FirstOrder is interaction.</param>
public readonly record struct SobolIndices(double FirstOrder, double Total);
