using System.Globalization;
using Indices.Calculation.Uncertainty;
using Indices.Methodology;

namespace Dashboard.Api;

/// <summary>From the uncertainty of a release to the records of the interface. Pure.</summary>
public static class UncertaintyMapping
{
    /// <param name="rule">Of the methodology that the release was made with.</param>
    public static UncertaintyEntry Entry(UncertaintyResult uncertainty, UncertaintyRule rule) => new(
        uncertainty.Previous?.ToString(), uncertainty.Seed.ToString(CultureInfo.InvariantCulture), uncertainty.Draws,
        rule.IntervalFrom, rule.IntervalTo, rule.IsUnclear(uncertainty.Published.ProbabilityOfRise),
        Spread(uncertainty.Published), uncertainty.Matched is { } matched ? Spread(matched) : null,
        [.. uncertainty.Sensitivity.SelectMany(table => table.Rows, (table, row) => new SensitivityEntry(
            EnumName.Of(table.Output), EnumName.Of(row.Group),
            new(row.Estimate.FirstOrder, row.Lower.FirstOrder, row.Upper.FirstOrder),
            new(row.Estimate.Total, row.Lower.Total, row.Upper.Total)))]);

    private static SpreadEntry Spread(UncertaintySpread spread) =>
        new(Distribution(spread.Index), spread.Change is { } change ? Distribution(change) : null, spread.ProbabilityOfRise);

    private static DistributionEntry Distribution(UncertaintyDistribution of) => new(of.Mean, of.StandardDeviation, of.Lower, of.Median, of.Upper);
}
