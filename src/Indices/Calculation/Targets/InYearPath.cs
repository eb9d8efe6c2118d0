using Indices.Time;

namespace Indices.Calculation.Targets;

/// <summary>How much of the running year's flow should be there by now, by the shares of past years: a first quarter is not a fourth part.</summary>
/// <param name="Period">The newest month or quarter of the running year.</param>
/// <param name="YearToDate">Total from 1 January to the end of the period, in the unit of the target.</param>
/// <param name="Share">Mean over past years of (total to the end of this period / total of that year): a mean of ratios, so that each year counts alike.</param>
/// <param name="Years">Past years that the share rests on.</param>
/// <param name="Projected">The year's total if this year is spread as those were: year to date / share.</param>
/// <param name="PathValue">What the required path asks for by now: the year's own path value × share; null without a baseline.</param>
/// <param name="Ratio">Year to date / path value.</param>
public sealed record InYearPath(
    Period Period, double YearToDate, double Share, int Years, double Projected, double? PathValue, double? Ratio);
