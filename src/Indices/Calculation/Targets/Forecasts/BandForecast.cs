using Indices.Calculation.Statistics;

namespace Indices.Calculation.Targets.Forecasts;

/// <summary>Shares around a number: a random walk with drift in points, and the probability of the band (methodology, section 13).</summary>
internal static class BandForecast
{
    internal static TargetForecast? Of(TargetContext context, TargetFigure now)
    {
        var run = UnbrokenRun.Yearly(context.Figures, now, f => f.Period);
        var changes = run.Zip(run.Skip(1), (before, after) => after.Value - before.Value).ToList();
        if (changes.Count < context.Rules.MinimumChanges)
            return null;
        var share = new RandomWalk(changes).Ahead(now.Value, context.YearsLeft(now));
        var (low, high) = share.Interval(context.Rules.Level);
        var (goal, tolerance) = (context.Goal, context.Target.Tolerance ?? 0);
        return new(context.Deadline, share.Location, low, high, context.Rules.Level, share.Between(goal - tolerance, goal + tolerance));
    }
}
