namespace Indices.Calculation;

/// <summary>
/// What makes contributions to a generalised mean add up exactly: M(t)^r − M(s)^r = Σ w (x(t)^r − x(s)^r), and each
/// difference is a chord times a plain difference (extended mean of Stolarsky; Martin, Statistics Canada 62F0014M, 2021).
/// </summary>
internal static class ExtendedMean
{
    /// <summary>
    /// (a^r − b^r) / (r (a − b)), that is the extended mean of a and b to the power r − 1. It equals L(a^r, b^r) / L(a, b)
    /// with the logarithmic mean L, which keeps its digits when a and b are close: 1 at r = 1, 1 / L(a, b) at r = 0.
    /// </summary>
    /// <param name="a">Positive, unless r = 1.</param>
    /// <param name="b">As <paramref name="a"/>.</param>
    internal static double Chord(double power, double a, double b) =>
        power == 1.0 ? 1.0 : LogMean.Of(Math.Pow(a, power), Math.Pow(b, power)) / LogMean.Of(a, b);
}
