using Indices.Methodology;

namespace Indices.Calculation.Targets;

/// <param name="Meet">Probability of meeting the target; for growth, of the average over all target years.</param>
/// <param name="EachYear">For growth: probability that every target year reaches the rate.</param>
internal sealed record TargetProbability(double Meet, double? EachYear = null);

/// <summary>Status before the end (methodology, section 13); GREEN is OnTrack, AMBER Behind, RED FarBehind. Without a probability the stricter rule of the section applies.</summary>
internal static class TargetRating
{
    // Thresholds are decimals and the ratios are doubles (methodology, section 16).
    private const double Tolerance = 1e-9;

    /// <param name="ratio">Value / required path.</param>
    internal static TargetStatus OfPath(double ratio, RatingRule rule, TargetProbability? probability)
    {
        var green = probability is null ? rule.NoForecastGreenPathRatio : rule.GreenPathRatio;
        if (ratio < rule.RedPathRatio - Tolerance || probability?.Meet < rule.RedProbability)
            return TargetStatus.FarBehind;
        return ratio >= green - Tolerance && !(probability?.Meet < rule.GreenProbability) ? TargetStatus.OnTrack : TargetStatus.Behind;
    }

    /// <param name="gap">Distance from the required path over the tolerance.</param>
    internal static TargetStatus OfGap(double gap, RatingRule rule, TargetProbability? probability)
    {
        if (gap > 2 + Tolerance || probability?.Meet < rule.RedProbability)
            return TargetStatus.FarBehind;
        return gap <= 1 + Tolerance && !(probability?.Meet < rule.GreenProbability) ? TargetStatus.OnTrack : TargetStatus.Behind;
    }

    internal static TargetStatus OfGrowth(GrowthSoFar growth, RatingRule rule, TargetProbability? probability)
    {
        if ((!growth.LatestMeets && !growth.CompoundMeets) || probability?.Meet < rule.RedProbability)
            return TargetStatus.FarBehind;
        return growth.YearsMet == growth.Years && !(probability?.EachYear < rule.GreenProbability) ? TargetStatus.OnTrack : TargetStatus.Behind;
    }

    /// <summary>以上 includes the number, 突破 and 超 do not, 左右 is a band (methodology, section 13, Words).</summary>
    internal static bool Holds(PolicyTarget target, double value)
    {
        var slack = Tolerance * Math.Max(1, Math.Abs(target.Goal));
        return target.Comparison switch
        {
            Comparison.GreaterThan => value > target.Goal + slack,
            Comparison.AtLeast => value >= target.Goal - slack,
            _ => Math.Abs(value - target.Goal) <= (target.Tolerance ?? 0) + slack,
        };
    }
}
