namespace Indices.Calculation.Lab.Treatments;

/// <summary>When a column counts as free of outliers, and how far it may be winsorised (OECD/JRC Handbook, 2008, step 5; COINr's defaults).</summary>
/// <param name="SkewnessBelow">Absolute skewness must be less than this, or</param>
/// <param name="KurtosisBelow">excess kurtosis must be less than this: one of the two is enough.</param>
/// <param name="MaximumPoints">Points that may have been moved before another step is taken; null: no limit.</param>
public sealed record OutlierRule(double SkewnessBelow = 2.0, double KurtosisBelow = 3.5, int? MaximumPoints = 5)
{
    /// <summary>Null when it cannot be said: too few values, or all of them equal.</summary>
    public bool? Passes(Moments moments)
    {
        if (Math.Abs(moments.Skewness) < SkewnessBelow || moments.Kurtosis < KurtosisBelow)
            return true;
        return double.IsNaN(moments.Skewness) || double.IsNaN(moments.Kurtosis) ? null : false;
    }
}
