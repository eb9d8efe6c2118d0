using Indices.Calculation.Statistics;

namespace Indices.Calculation.Targets.Forecasts;

/// <summary>Levels: the logarithm is a random walk with drift over yearly growth rates (methodology, section 13).</summary>
internal static class LevelForecast
{
    internal static TargetForecast? Of(TargetContext context, TargetFigure now)
    {
        if (Ahead(context, context.Figures, now) is not { } logarithm)
            return null;
        var (low, high) = logarithm.Interval(context.Rules.Level);
        return new(context.Deadline, Math.Exp(logarithm.Location), Math.Exp(low), Math.Exp(high), context.Rules.Level,
            context.Meets(logarithm, Math.Log(context.Goal)));
    }

    /// <summary>The logarithm at the target date; null where too few positive figures lead up to the newest.</summary>
    /// <param name="figures">Of one series; growth is taken from the same day of the years before the newest.</param>
    internal static Prediction? Ahead(TargetContext context, IEnumerable<TargetFigure> figures, TargetFigure now)
    {
        var run = UnbrokenRun.Yearly(figures, now, f => f.Period);
        var positive = run.Skip(run.FindLastIndex(f => f.Value <= 0) + 1).ToList();
        var rates = positive.Zip(positive.Skip(1), (before, after) => Math.Log(after.Value / before.Value)).ToList();
        return rates.Count < context.Rules.MinimumChanges ? null
            : new RandomWalk(rates).Ahead(Math.Log(now.Value), context.YearsLeft(now));
    }
}
