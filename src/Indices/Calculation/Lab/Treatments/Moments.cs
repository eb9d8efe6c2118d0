namespace Indices.Calculation.Lab.Treatments;

/// <summary>Shape of a column's distribution over the values present.</summary>
/// <param name="Count">Values present.</param>
/// <param name="Mean">In the column's own unit; NaN without values.</param>
/// <param name="StandardDeviation">With n − 1; NaN below two values.</param>
/// <param name="Skewness">√(n(n−1))/(n−2) · √n · S3 / S2^1.5 ("type 2", as spreadsheets and SAS have it); NaN below three values or when all are equal.</param>
/// <param name="Kurtosis">Excess: (n−1)/((n−2)(n−3)) · ((n+1)(n·S4/S2² − 3) + 6); NaN below four values or when all are equal.</param>
/// <remarks>Sk is the sum of the k-th powers of the differences from the mean (Joanes and Gill, 1998, G1 and G2).</remarks>
public sealed record Moments(int Count, double Mean, double StandardDeviation, double Skewness, double Kurtosis)
{
    public static Moments Of(ReadOnlySpan<double> values)
    {
        var (count, sum) = (0, 0.0);
        foreach (var x in values)
            if (!double.IsNaN(x))
                (count, sum) = (count + 1, sum + x);
        var mean = count == 0 ? double.NaN : sum / count;
        var (s2, s3, s4) = (0.0, 0.0, 0.0);
        foreach (var x in values)
            if (!double.IsNaN(x))
            {
                var d = x - mean;
                (s2, s3, s4) = (s2 + d * d, s3 + d * d * d, s4 + d * d * d * d);
            }
        return new(count, mean, count < 2 ? double.NaN : Math.Sqrt(s2 / (count - 1)), Skew(count, s2, s3), Kurt(count, s2, s4));
    }

    private static double Skew(double n, double s2, double s3) => n < 3 ? double.NaN
        : Math.Sqrt(n * (n - 1)) / (n - 2) * (Math.Sqrt(n) * s3 / (s2 * Math.Sqrt(s2)));

    private static double Kurt(double n, double s2, double s4) => n < 4 ? double.NaN
        : (n - 1) / ((n - 2) * (n - 3)) * ((n + 1) * (n * s4 / (s2 * s2) - 3) + 6);
}
