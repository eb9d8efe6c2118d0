using Indices.Calculation.Lab.Normalisations;
using Indices.Calculation.Statistics;

namespace Indices.Calculation.Lab.Treatments;

/// <summary>What stands in for missing values.</summary>
public enum Centre
{
    Mean,
    Median,
}

/// <summary>Imputation inside one cross-section (OECD/JRC Handbook, 2008, step 3; COINr's <c>Impute</c>). Values present are never changed.</summary>
public static class Imputation
{
    /// <summary>By the centre of the column.</summary>
    public static double[] ByColumn(ReadOnlySpan<double> values, Centre centre) => ByGroup(values, [.. Enumerable.Repeat("", values.Length)], centre);

    /// <summary>By the centre of the units of the same group; a group without values stays missing.</summary>
    /// <param name="groups">One for each value.</param>
    public static double[] ByGroup(ReadOnlySpan<double> values, IReadOnlyList<string> groups, Centre centre)
    {
        var result = values.ToArray();
        var centres = result.Zip(groups).GroupBy(p => p.Second).ToDictionary(g => g.Key, g => Of(g.Select(p => p.First), centre));
        for (var i = 0; i < result.Length; i++)
            if (double.IsNaN(result[i]))
                result[i] = centres[groups[i]];
        return result;
    }

    /// <summary>
    /// By the centre of the unit's own other indicators: each is put on 0 to 1 by min-max in its direction, the centre is taken
    /// over the columns of the same group, and put back on the scale of the missing one.
    /// </summary>
    /// <param name="isNegative">One for each column: less is better.</param>
    /// <param name="groups">One for each column.</param>
    public static UnitTable ByRow(UnitTable table, IReadOnlyList<bool> isNegative, IReadOnlyList<string> groups, Centre centre)
    {
        var scaled = Directions.Apply(table, isNegative).MapColumns(column => Scaling.MinMax(column, 0.0, 1.0));
        return table.WithColumns(j =>
        {
            var (low, high) = Extent.Of(table.Column(j));
            var (worst, best) = isNegative[j] ? (high, low) : (low, high);
            var column = table.Column(j).ToArray();
            for (var unit = 0; unit < column.Length; unit++)
                if (double.IsNaN(column[unit]))
                    column[unit] = worst + (best - worst) * Of(Row(scaled, unit, j, groups), centre);
            return column;
        });
    }

    private static IEnumerable<double> Row(UnitTable scaled, int unit, int column, IReadOnlyList<string> groups) =>
        Enumerable.Range(0, groups.Count).Where(other => groups[other] == groups[column]).Select(other => scaled[unit, other]);

    private static double Of(IEnumerable<double> values, Centre centre)
    {
        var present = values.Where(x => !double.IsNaN(x)).ToArray();
        if (present.Length == 0)
            return double.NaN;
        return centre == Centre.Mean ? Moments.Of(present).Mean : Quantiles.Of(present, 0.5);
    }
}
