namespace Indices.Calculation.Statistics;

/// <summary>Sample quantiles of type 7 (Hyndman and Fan, 1996): linear between order statistics, as in R, NumPy and PERCENTILE.INC.</summary>
public static class Quantiles
{
    /// <param name="values">In any order; at least one, none of them NaN. Not changed.</param>
    /// <param name="p">From 0 to 1.</param>
    /// <returns>In the unit of the values.</returns>
    /// <exception cref="ArgumentException">No values, or a share outside 0 to 1.</exception>
    public static double Of(ReadOnlySpan<double> values, double p)
    {
        var sorted = values.ToArray();
        Array.Sort(sorted);
        return OfSorted(sorted, p);
    }

    /// <summary>As <see cref="Of"/>, for values in ascending order: h = (n − 1) p, x(⌊h⌋) + (h − ⌊h⌋)(x(⌊h⌋+1) − x(⌊h⌋)).</summary>
    /// <exception cref="ArgumentException">No values, or a share outside 0 to 1.</exception>
    public static double OfSorted(ReadOnlySpan<double> sorted, double p)
    {
        if (sorted.IsEmpty)
            throw new ArgumentException("A quantile needs at least one value.", nameof(sorted));
        if (p is not (>= 0.0 and <= 1.0))
            throw new ArgumentOutOfRangeException(nameof(p), p, "A quantile's share runs from 0 to 1.");
        var h = (sorted.Length - 1) * p;
        var below = (int)Math.Floor(h);
        return below + 1 >= sorted.Length
            ? sorted[below]
            : sorted[below] + (h - below) * (sorted[below + 1] - sorted[below]);
    }

    /// <summary>As <see cref="OfSorted"/>, for values in any order: only the one or two that the quantile lies between are put in their places.</summary>
    /// <param name="values">None of them NaN; reordered.</param>
    /// <exception cref="ArgumentException">No values, or a share outside 0 to 1.</exception>
    public static double Place(Span<double> values, double p)
    {
        if (!values.IsEmpty && p is >= 0.0 and <= 1.0)
        {
            var below = (int)Math.Floor((values.Length - 1) * p);
            OrderStatistics.Place(values, below);
            if (below + 1 < values.Length)
                OrderStatistics.Place(values[(below + 1)..], 0);
        }
        return OfSorted(values, p);
    }
}
