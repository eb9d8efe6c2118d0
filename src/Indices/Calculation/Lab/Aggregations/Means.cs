namespace Indices.Calculation.Lab.Aggregations;

/// <summary>
/// Weighted means of one unit's values (OECD/JRC Handbook, 2008, step 7). Weights are relative. Missing values are dropped and
/// the weights over what is left are renormalised; where nothing is left the mean is NaN. The index that is published does not
/// renormalise (methodology, section 3.5): these means belong to the lab.
/// </summary>
public static class Means
{
    /// <summary>Σ w x / Σ w.</summary>
    public static double Arithmetic(ReadOnlySpan<double> values, ReadOnlySpan<double> weights)
    {
        var (sum, weight) = (0.0, 0.0);
        for (var i = 0; i < values.Length; i++)
            if (!double.IsNaN(values[i]))
                (sum, weight) = (sum + weights[i] * values[i], weight + weights[i]);
        return sum / weight;
    }

    /// <summary>exp(Σ w ln x / Σ w).</summary>
    /// <exception cref="UndefinedResultException">A value is zero or negative, whatever its weight.</exception>
    public static double Geometric(ReadOnlySpan<double> values, ReadOnlySpan<double> weights)
    {
        var (sum, weight) = (0.0, 0.0);
        for (var i = 0; i < values.Length; i++)
        {
            if (values[i] <= 0.0)
                throw new UndefinedResultException("含零或负值，不能求几何平均。", "A value is zero or negative: there is no geometric mean.");
            if (!double.IsNaN(values[i]))
                (sum, weight) = (sum + weights[i] * Math.Log(values[i]), weight + weights[i]);
        }
        return Math.Exp(sum / weight);
    }

    /// <summary>Σ w / Σ (w / x); negative values are let through.</summary>
    /// <exception cref="UndefinedResultException">A value is zero, whatever its weight.</exception>
    public static double Harmonic(ReadOnlySpan<double> values, ReadOnlySpan<double> weights)
    {
        var (sum, weight) = (0.0, 0.0);
        for (var i = 0; i < values.Length; i++)
        {
            if (values[i] == 0.0)
                throw new UndefinedResultException("含零值，不能求调和平均。", "A value is zero: there is no harmonic mean.");
            if (!double.IsNaN(values[i]))
                (sum, weight) = (sum + weights[i] / values[i], weight + weights[i]);
        }
        return weight / sum;
    }

    /// <summary>(Σ w x^p / Σ w)^(1/p). Missing values are not dropped: any of them makes the mean NaN.</summary>
    /// <exception cref="UndefinedResultException">p is 0, or p is negative and a value is zero or negative.</exception>
    public static double Power(ReadOnlySpan<double> values, ReadOnlySpan<double> weights, double p)
    {
        if (p == 0.0)
            throw new UndefinedResultException("幂为零时应使用几何平均。", "With power zero use the geometric mean.");
        var (sum, weight) = (0.0, 0.0);
        for (var i = 0; i < values.Length; i++)
        {
            if (p < 0.0 && values[i] <= 0.0)
                throw new UndefinedResultException("含零或负值，不能求负幂平均。", "A value is zero or negative: there is no mean of negative power.");
            (sum, weight) = (sum + weights[i] * Math.Pow(values[i], p), weight + weights[i]);
        }
        return Math.Pow(sum / weight, 1.0 / p);
    }
}
