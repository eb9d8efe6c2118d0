using Indices.Calculation.Statistics;

namespace Indices.Calculation.Lab.Normalisations;

/// <summary>
/// Normalisations by order alone (OECD/JRC Handbook, 2008, step 6.1): robust against outliers, and blind to distances.
/// The least value has the least score; equal values share the lowest of their places; missing values stay NaN.
/// </summary>
public static class RankScores
{
    /// <summary>1 for the least value.</summary>
    public static double[] Rank(ReadOnlySpan<double> values) => Ranks.Of(values, RankOrder.Ascending, RankTies.Min);

    /// <summary>(rank − 1)/(n − 1) over the n values present, 0 to 1; NaN when there is only one.</summary>
    public static double[] Percentile(ReadOnlySpan<double> values)
    {
        var ranks = Rank(values);
        var present = ranks.Count(rank => !double.IsNaN(rank));
        return Scaling.Each(ranks, rank => (rank - 1.0) / (present - 1));
    }

    /// <summary>Borda's score, rank − 1: the values that are beaten.</summary>
    public static double[] Borda(ReadOnlySpan<double> values) => Scaling.Each(Rank(values), rank => rank - 1.0);
}
