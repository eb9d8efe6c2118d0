namespace Indices.Calculation.Lab.Treatments;

/// <summary>The logarithms that outlier treatment uses. Each moves the column above zero first, so the sign of the data does not matter.</summary>
public enum LogTransform
{
    /// <summary>ln(x − min + (max − min)/100): COINr's <c>log_CT</c>.</summary>
    Shifted,
    /// <summary>ln(x − min + 1): the COIN Tool's own, COINr's <c>log_CT_orig</c>; depends on the unit.</summary>
    ShiftedByOne,
    /// <summary>As <see cref="Shifted"/>, mirrored as −ln(max − x + (max − min)/100) where skewness is not positive: COINr's <c>log_CT_plus</c>.</summary>
    ShiftedToSkew,
}

/// <summary>Transforms of a whole column; missing values stay NaN.</summary>
public static class LogTransforms
{
    public static double[] Of(ReadOnlySpan<double> values, LogTransform transform)
    {
        var (low, high) = Extent.Of(values);
        var shift = (high - low) / 100.0;
        var isMirrored = transform == LogTransform.ShiftedToSkew && !(Moments.Of(values).Skewness > 0);
        var result = new double[values.Length];
        for (var i = 0; i < values.Length; i++)
            result[i] = transform == LogTransform.ShiftedByOne ? Math.Log(values[i] - low + 1.0)
                : isMirrored ? -Math.Log(high + shift - values[i])
                : Math.Log(values[i] - low + shift);
        return result;
    }

    /// <summary>Box and Cox (1964): (y^λ − 1)/λ, ln y where λ is 0.</summary>
    /// <param name="isShifted">y = x − min + 1; otherwise y = x, which must be positive.</param>
    public static double[] BoxCox(ReadOnlySpan<double> values, double lambda, bool isShifted = true)
    {
        var shift = isShifted ? 1.0 - Extent.Of(values).Low : 0.0;
        var result = new double[values.Length];
        for (var i = 0; i < values.Length; i++)
            result[i] = lambda == 0.0 ? Math.Log(values[i] + shift) : (Math.Pow(values[i] + shift, lambda) - 1.0) / lambda;
        return result;
    }
}
