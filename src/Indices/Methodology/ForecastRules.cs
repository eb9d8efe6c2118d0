namespace Indices.Methodology;

/// <summary>Parameters of the forecasts of a set of targets (methodology, section 13).</summary>
/// <param name="Level">Probability that the interval covers, between 0 and 1.</param>
/// <param name="MinimumChanges">Fewest past changes (growth rates, births, months of events) that a forecast may rest on; 2 or more.</param>
/// <param name="HalfLifeMonths">Age at which an event of a cumulative count weighs half.</param>
/// <param name="PriorEvents">Events added to those counted, for a rate never seen to be zero.</param>
/// <param name="ShareYears">Past years whose shares tell how much of a year's flow is due by a month or quarter.</param>
public sealed record ForecastRules(double Level, int MinimumChanges, double HalfLifeMonths, double PriorEvents, int ShareYears)
{
    /// <summary>What holds where the file says nothing.</summary>
    public static ForecastRules Default { get; } = new(0.9, 3, 18, 0.5, 3);
}
