namespace Indices.Calculation.Lab.Normalisations;

/// <summary>Normalisation between two bounds that do not come from the data (OECD/JRC Handbook, 2008, step 6; COINr's <c>n_goalposts</c>).</summary>
public static class GoalpostScores
{
    /// <summary>scale · (x − lower)/(upper − lower) for a column in which more is better; the mirror image for one multiplied by −1.</summary>
    /// <param name="values">In the column's direction.</param>
    /// <param name="lower">Lower bound as stated for the raw data.</param>
    /// <param name="upper">Upper bound as stated for the raw data.</param>
    /// <param name="isNegative">The column was multiplied by −1; the bounds become −upper and −lower.</param>
    /// <param name="isTruncated">What lies outside the bounds takes the score of the bound.</param>
    public static double[] Of(
        ReadOnlySpan<double> values, double lower, double upper, bool isNegative, double scale = 1.0, bool isTruncated = true)
    {
        var (from, to) = isNegative ? (-upper, -lower) : (lower, upper);
        var (floor, ceiling) = isTruncated ? (0.0, 1.0) : (double.NegativeInfinity, double.PositiveInfinity);
        // Math.Min and Math.Max pass NaN on, as missing values need.
        return Scaling.Each(values, x => scale * Math.Min(Math.Max((x - from) / (to - from), floor), ceiling));
    }
}
