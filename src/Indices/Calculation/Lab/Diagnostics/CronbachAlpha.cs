namespace Indices.Calculation.Lab.Diagnostics;

/// <summary>
/// Cronbach's coefficient α, k/(k−1) · (1 − Σ variances / Σ covariances): how far the items of a group measure one thing (OECD/JRC
/// Handbook, 2008, step 4.1). At most 1; negative when the items pull against each other.
/// </summary>
public static class CronbachAlpha
{
    /// <param name="items">Normalised columns, more being better in each. Covariances are over the units that have both.</param>
    /// <returns>NaN for fewer than two items, or without variance.</returns>
    public static double Of(IReadOnlyList<double[]> items)
    {
        var (k, variances, all) = (items.Count, 0.0, 0.0);
        if (k < 2)
            return double.NaN;
        for (var i = 0; i < k; i++)
            for (var j = 0; j < k; j++)
            {
                var covariance = Correlation.Covariance(items[i], items[j]);
                all += covariance;
                if (i == j)
                    variances += covariance;
            }
        return k / (k - 1.0) * (1.0 - variances / all);
    }
}
