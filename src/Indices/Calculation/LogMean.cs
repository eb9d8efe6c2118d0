namespace Indices.Calculation;

/// <summary>Logarithmic mean L(a, b) = (a − b) / ln(a / b), L(a, a) = a: what makes contributions to a geometric mean add up exactly (methodology, section 7).</summary>
internal static class LogMean
{
    /// <summary>Both arguments positive. In their own unit.</summary>
    internal static double Of(double a, double b)
    {
        // (u − 1) / ln u is smooth, so the one rounding of u hardly matters as long as both sides see the same u: this keeps
        // all digits when a and b are close, as the series around equality does, without a switch between two formulas.
        var u = a / b;
        return u == 1.0 ? b : b * ((u - 1.0) / Math.Log(u));
    }
}
