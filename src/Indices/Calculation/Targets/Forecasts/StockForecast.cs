using Indices.Calculation.Statistics;

namespace Indices.Calculation.Targets.Forecasts;

/// <summary>Counts with births and deaths: net births of each period are the changes of a random walk with drift (methodology, section 13).</summary>
internal static class StockForecast
{
    internal static TargetForecast? Of(TargetContext context, TargetFigure now)
    {
        var run = UnbrokenRun.Neighbours(context.Figures, now, f => f.Period);
        var births = run.Zip(run.Skip(1), (before, after) => after.Value - before.Value).ToList();
        if (births.Count < context.Rules.MinimumChanges)
            return null;
        var stock = new RandomWalk(births).Ahead(now.Value, context.YearsLeft(now) * (int)now.Period.Frequency);
        var (low, high) = stock.Interval(context.Rules.Level);
        return new(context.Deadline, stock.Location, low, high, context.Rules.Level, context.Meets(stock, context.Goal));
    }
}
