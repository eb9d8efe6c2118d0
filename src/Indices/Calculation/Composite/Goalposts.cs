using Indices.Methodology;
using Indices.Time;

namespace Indices.Calculation.Composite;

/// <summary>The goalposts of one indicator as numbers, and the score between them (methodology, section 4).</summary>
/// <param name="Worst">Null while the base period that it is a multiple of is not known.</param>
/// <param name="Best">As <paramref name="Worst"/>.</param>
internal sealed record Goalposts(Indicator Indicator, double? Worst, double? Best)
{
    /// <summary>Frozen numbers win; multiples are taken of the mean of the transformed indicator over the base period.</summary>
    internal static Goalposts Resolve(IndexMethodology version, Indicator indicator, IndicatorSeries series, bool baseIsOver, FrozenParameters frozen)
    {
        var mean = new Lazy<double?>(() => baseIsOver ? BaseMean(version.Base, indicator, series) : null);
        return new(indicator,
            Number(indicator.Worst, FrozenParameters.Worst(version.Version, indicator.Code)),
            Number(indicator.Best, FrozenParameters.Best(version.Version, indicator.Code)));

        double? Number(Goalpost goalpost, string key) =>
            goalpost.Number ?? frozen.Find(key) ?? goalpost.BaseMultiple * mean.Value;
    }

    internal bool HasSameNumbers(Goalposts other) => Worst.Equals(other.Worst) && Best.Equals(other.Best);

    /// <summary>Position between the goalposts before caps, and the score; both null when the value has none.</summary>
    internal (double? G, double? Score) Score(double x, Normalisation rule)
    {
        if (Worst is not { } worst || Best is not { } best)
            return (null, null);
        // Nothing lies below zero on a log scale: such a value takes the floor, where there is one.
        if (Indicator.Scale == GoalpostScale.Log && x <= 0)
            return (null, rule.A + rule.B * rule.GMin);
        var g = (Scaled(x) - Scaled(worst)) / (Scaled(best) - Scaled(worst));
        if (!double.IsFinite(g))
            return (null, null);
        var capped = Math.Min(Math.Max(g, rule.GMin ?? double.NegativeInfinity), rule.GMax ?? double.PositiveInfinity);
        return (g, rule.A + rule.B * (Indicator.CapAtBest ? Math.Min(capped, 1.0) : capped));
    }

    private double Scaled(double x) => Indicator.Scale == GoalpostScale.Log ? Math.Log(x) : x;

    private static double? BaseMean(BaseRule? rule, Indicator indicator, IndicatorSeries series)
    {
        if (rule is null)
            return null;
        var (sum, count) = (0.0, 0);
        foreach (var period in rule.In(indicator.Frequency))
            if (series.At(period) is { } reading)
                (sum, count) = (sum + reading.Value, count + 1);
        return count == 0 ? null : sum / count;
    }
}
