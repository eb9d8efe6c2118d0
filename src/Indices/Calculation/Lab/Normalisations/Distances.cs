namespace Indices.Calculation.Lab.Normalisations;

/// <summary>
/// Normalisations by distance to one value (OECD/JRC Handbook, 2008, step 6.3). 1 is at that value, 0 at the least value of the
/// column. Missing values stay NaN; where the two ends coincide everything becomes NaN.
/// </summary>
public static class Distances
{
    /// <summary>1 − (max − x)/(max − min).</summary>
    public static double[] ToMaximum(ReadOnlySpan<double> values)
    {
        var (low, high) = Extent.Of(values);
        return Scaling.Each(values, x => 1.0 - (high - x) / (high - low));
    }

    /// <summary>1 − (target − x)/(target − min), below 0 when the target is below the minimum.</summary>
    /// <param name="target">In the column's direction: −target where the column was multiplied by −1.</param>
    /// <param name="isCapped">No score above 1. There is no lower cap.</param>
    public static double[] ToTarget(ReadOnlySpan<double> values, double target, bool isCapped = false)
    {
        var low = Extent.Of(values).Low;
        var span = target == low ? double.NaN : target - low;
        var cap = isCapped ? 1.0 : double.PositiveInfinity;
        return Scaling.Each(values, x => Math.Min(1.0 - (target - x) / span, cap));
    }

    /// <summary>The same against the value of one unit; all NaN when that unit has none.</summary>
    /// <param name="reference">Position of the unit, from 0.</param>
    public static double[] ToReference(ReadOnlySpan<double> values, int reference, bool isCapped = false) =>
        ToTarget(values, values[reference], isCapped);

    /// <summary>x / max. Meant for columns of positive values in which more is better.</summary>
    public static double[] ShareOfMaximum(ReadOnlySpan<double> values)
    {
        var high = Extent.Of(values).High;
        return Scaling.Each(values, x => x / high);
    }
}
