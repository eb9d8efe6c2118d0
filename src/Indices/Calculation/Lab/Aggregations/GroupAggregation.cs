using System.Globalization;
using Indices.Methodology;

namespace Indices.Calculation.Lab.Aggregations;

/// <summary>How the children of a group become its value, for all units at once.</summary>
/// <param name="Code">As files and pages name it.</param>
/// <param name="Over">Columns of the children and their relative weights, to the group's column.</param>
public sealed record GroupAggregation(string Code, Func<IReadOnlyList<double[]>, double[], double[]> Over)
{
    private delegate double RowMean(ReadOnlySpan<double> values, ReadOnlySpan<double> weights);

    public static GroupAggregation Arithmetic { get; } = new("arithmetic", ByRow(Means.Arithmetic));

    public static GroupAggregation Geometric { get; } = new("geometric", ByRow(Means.Geometric));

    public static GroupAggregation Harmonic { get; } = new("harmonic", ByRow(Means.Harmonic));

    /// <summary>Scores are whole numbers from −(n−1) to n−1 over n units, without a unit of their own.</summary>
    public static GroupAggregation Copeland { get; } = new("copeland", (columns, weights) => Outranking.Copeland(columns, weights));

    public static GroupAggregation Power(double p) =>
        new($"power{p.ToString(CultureInfo.InvariantCulture)}", ByRow((x, w) => Means.Power(x, w, p)));

    /// <summary>The mean that a methodology file names for a group.</summary>
    public static GroupAggregation Of(Aggregation aggregation) => aggregation.Power switch
    {
        1.0 => Arithmetic,
        0.0 => Geometric,
        -1.0 => Harmonic,
        var p => Power(p),
    };

    private static Func<IReadOnlyList<double[]>, double[], double[]> ByRow(RowMean mean) => (columns, weights) =>
    {
        var (result, row) = (new double[columns[0].Length], new double[columns.Count]);
        for (var unit = 0; unit < result.Length; unit++)
        {
            for (var j = 0; j < row.Length; j++)
                row[j] = columns[j][unit];
            result[unit] = mean(row, weights);
        }
        return result;
    };
}
