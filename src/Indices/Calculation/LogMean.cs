namespace Indices.Calculation;

/// <summary>Logarithmic mean L(a, b) = (a − b) / ln(a / b), L(a, a) = a: what makes contributions to a geometric mean add up exactly (methodology, section 7).</summary>
internal static class LogMean
{
    // Below this the quotient loses digits to cancellation and the series is exact to the last bit.
    private const double SeriesBelow = 1e-6;

    /// <summary>Both arguments positive. In their own unit.</summary>
    internal static double Of(double a, double b)
    {
        if (a == b)
            return a;
        var d = Math.Log(a / b);
        return Math.Abs(d) < SeriesBelow
            ? Math.Sqrt(a * b) * (1.0 + d * d / 24.0 + d * d * d * d / 1920.0)
            : (a - b) / d;
    }
}
