using Indices.Methodology;

namespace Indices.Calculation.Targets;

/// <summary>Status before the end (methodology, section 13); GREEN is OnTrack, AMBER Behind, RED FarBehind.</summary>
internal static class TargetRating
{
    // Thresholds are decimals and the ratios are doubles (methodology, section 16).
    private const double Tolerance = 1e-9;

    /// <param name="ratio">Value / required path; for a band, distance from it over the tolerance.</param>
    /// <param name="forecast">Null where there is none.</param>
    internal static TargetStatus OfPath(PolicyTarget target, double ratio, RatingRule rule, TargetForecast? forecast)
    {
        var isRed = target.Kind == TargetKind.Around ? ratio > rule.RedGap + Tolerance : ratio < rule.RedPathRatio - Tolerance;
        if (isRed || forecast?.Probability < rule.RedProbability)
            return TargetStatus.FarBehind;
        var isGreen = target.Kind == TargetKind.Around ? ratio <= rule.GreenGap + Tolerance : ratio >= GreenRatio(target, rule, forecast) - Tolerance;
        return isGreen && !(forecast?.Probability < rule.GreenProbability) ? TargetStatus.OnTrack : TargetStatus.Behind;
    }

    /// <summary>Every observed year must have reached the rate, so one missed year is never green.</summary>
    internal static TargetStatus OfGrowth(PolicyTarget target, GrowthSoFar growth, RatingRule rule, TargetForecast? forecast)
    {
        if ((!growth.LatestMeets && !growth.CompoundMeets) || forecast?.Probability < rule.RedProbability)
            return TargetStatus.FarBehind;
        var isGreen = growth.YearsMet == growth.Years
            && (forecast is null ? growth.PathRatio >= GreenRatio(target, rule, null) - Tolerance : forecast.EachYearProbability >= rule.GreenProbability);
        return isGreen ? TargetStatus.OnTrack : TargetStatus.Behind;
    }

    /// <summary>How a target that the final figure has missed is coloured.</summary>
    internal static TargetStatus OfMissed(PolicyTarget target, double? ratio, RatingRule rule)
    {
        var isNear = target.Kind == TargetKind.Around ? ratio <= rule.RedGap + Tolerance : ratio >= rule.RedPathRatio - Tolerance;
        return isNear ? TargetStatus.Behind : TargetStatus.FarBehind;
    }

    /// <summary>以上 includes the number, 突破 and 超 do not, 左右 is a band (methodology, section 13, Words).</summary>
    internal static bool Holds(PolicyTarget target, double value)
    {
        var slack = Tolerance * Math.Max(1, Math.Abs(target.Goal));
        return target.Comparison switch
        {
            Comparison.GreaterThan => value > target.Goal + slack,
            Comparison.AtLeast => value >= target.Goal - slack,
            Comparison.AtMost => value <= target.Goal + slack,
            _ => Math.Abs(value - target.Goal) <= (target.Tolerance ?? 0) + slack,
        };
    }

    // Without a forecast the path must be exceeded by a margin. A rank never has one, and no place is better than the first.
    private static double GreenRatio(PolicyTarget target, RatingRule rule, TargetForecast? forecast) =>
        forecast is null && target.Kind != TargetKind.Rank ? rule.NoForecastGreenPathRatio : rule.GreenPathRatio;
}
