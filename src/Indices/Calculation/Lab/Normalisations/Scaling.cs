using Indices.Calculation.Lab.Treatments;

namespace Indices.Calculation.Lab.Normalisations;

/// <summary>
/// Linear normalisations (OECD/JRC Handbook, 2008, step 6.1 and 6.2). Missing values stay NaN. A column whose values are all
/// equal has no spread to divide by, and all of it becomes NaN.
/// </summary>
public static class Scaling
{
    /// <summary>(x − min)/(max − min) from <paramref name="low"/> to <paramref name="high"/>.</summary>
    public static double[] MinMax(ReadOnlySpan<double> values, double low = 0.0, double high = 100.0)
    {
        var extent = Extent.Of(values);
        return Each(values, x => (x - extent.Low) / (extent.High - extent.Low) * (high - low) + low);
    }

    /// <summary>(x − mean)/sd, sd with n − 1, moved to the mean and standard deviation asked for.</summary>
    public static double[] ZScore(ReadOnlySpan<double> values, double mean = 0.0, double standardDeviation = 1.0)
    {
        var moments = Moments.Of(values);
        return Each(values, x => (x - moments.Mean) / moments.StandardDeviation * standardDeviation + mean);
    }

    /// <summary>100 (x − lower)/(upper − lower) between bounds from elsewhere; not capped.</summary>
    public static double[] Between(ReadOnlySpan<double> values, double lower, double upper) =>
        Each(values, x => (x - lower) / (upper - lower) * 100.0);

    /// <summary>Scores below the floor take it: what a geometric mean needs of z-scores.</summary>
    public static double[] Floored(ReadOnlySpan<double> scores, double floor) => Each(scores, x => Math.Max(x, floor));

    internal static double[] Each(ReadOnlySpan<double> values, Func<double, double> value)
    {
        var result = new double[values.Length];
        for (var i = 0; i < values.Length; i++)
            result[i] = value(values[i]);
        return result;
    }
}
