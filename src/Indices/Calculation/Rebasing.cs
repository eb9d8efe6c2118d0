using System.Collections.Frozen;
using Indices.Calculation.Uncertainty;
using Indices.Time;

namespace Indices.Calculation;

/// <summary>Another reference year: every number in index points is multiplied by one constant, so no growth rate changes (methodology, section 6).</summary>
public static class Rebasing
{
    /// <summary>The constant that makes the mean of a composite index over the reference period equal to <paramref name="value"/>.</summary>
    /// <param name="reference">A period of the index, or a longer one whose mean is taken.</param>
    /// <returns>Null when the index lacks a value there.</returns>
    public static double? Factor(IndexResult result, Period reference, double value = 100.0)
    {
        var index = result.Values.Where(v => v.Node == result.Code).ToFrozenDictionary(v => v.Period, v => v.Value);
        var frequency = result.Values[0].Period.Frequency;
        if (reference.Frequency > frequency)
            return null;
        var (sum, count) = ((double?)0.0, 0);
        foreach (var period in reference.Split(frequency))
            (sum, count) = (sum + index.GetValueOrDefault(period), count + 1);
        return value / (sum / count);
    }

    /// <summary>The same composite result in other points. Scores of groups and indicators are not index points and stay; so do the parameters, which belong to the methodology's own base.</summary>
    public static IndexResult Times(this IndexResult result, double factor) => result with
    {
        Values = [.. result.Values.Select(v => v.Node == result.Code ? v with { Value = v.Value * factor } : v)],
        Computed = [.. result.Computed.Select(v => v with { Factor = v.Factor * factor, Index = v.Index * factor })],
        Contributions = [.. result.Contributions.Select(c => c with { Points = c.Points * factor })],
    };

    /// <summary>The same in other points; probabilities and shares of variance stay.</summary>
    public static UncertaintyResult Times(this UncertaintyResult uncertainty, double factor) => uncertainty with
    {
        All = uncertainty.All.Times(factor),
        Published = uncertainty.Published.Times(factor),
        Matched = uncertainty.Matched?.Times(factor),
        Sensitivity = [.. uncertainty.Sensitivity.Select(table => table with { Variance = table.Variance * factor * factor })],
    };

    private static UncertaintySpread Times(this UncertaintySpread spread, double factor) =>
        spread with { Index = spread.Index.Times(factor), Change = spread.Change?.Times(factor) };

    private static UncertaintyDistribution Times(this UncertaintyDistribution of, double factor) =>
        new(of.Mean * factor, of.StandardDeviation * factor, of.Lower * factor, of.Median * factor, of.Upper * factor);

    /// <inheritdoc cref="Times(IndexResult, double)"/>
    public static ChangeExplanation Times(this ChangeExplanation change, double factor) => change with
    {
        Before = change.Before * factor,
        After = change.After * factor,
        Items = [.. change.Items.Select(item => item with { Points = item.Points * factor })],
    };
}
