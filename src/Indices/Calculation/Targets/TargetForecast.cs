namespace Indices.Calculation.Targets;

/// <summary>What a target's figure may be at its date, from its own past (methodology, section 13).</summary>
/// <param name="Day">The day forecast: the target date; for growth the end of the year after the newest.</param>
/// <param name="Point">In the unit of the target: the median of levels, shares and growth, the mean of counts.</param>
/// <param name="Low">Lower end of the central interval; a whole number for cumulative and nested counts.</param>
/// <param name="High">Upper end.</param>
/// <param name="Level">Probability that the interval covers.</param>
/// <param name="Probability">Of meeting the target; for growth, of the average over all target years.</param>
public sealed record TargetForecast(DateOnly Day, double Point, double Low, double High, double Level, double Probability)
{
    /// <summary>For growth: probability that every target year reaches the rate; 0 once one has not.</summary>
    public double? EachYearProbability { get; init; }

    /// <summary>For cumulative counts: past events, discounted by age.</summary>
    public double? Events { get; init; }

    /// <summary>For cumulative counts: years in which they happened, discounted by age.</summary>
    public double? EventYears { get; init; }
}
