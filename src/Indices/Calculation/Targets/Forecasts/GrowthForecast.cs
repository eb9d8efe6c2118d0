using Indices.Calculation.Statistics;

namespace Indices.Calculation.Targets.Forecasts;

/// <summary>Yearly growth: log growth rates are independent with one mean and variance, both estimated (methodology, section 13).</summary>
internal static class GrowthForecast
{
    internal static TargetForecast? Of(TargetContext context, GrowthSoFar growth)
    {
        if (growth.Years == 0 || growth.IsComplete)
            return null;
        var now = growth.Observed[^1];
        var run = UnbrokenRun.Yearly(context.Figures.Where(f => f.IsYearEnd), now, f => f.Period);
        var rates = run.Skip(run.FindLastIndex(f => f.Value <= -100) + 1).Select(f => Math.Log(1 + f.Value / 100)).ToList();
        if (rates.Count < context.Rules.MinimumChanges)
            return null;
        var (walk, left) = (new RandomWalk(rates), context.Target.Years.Length - growth.Years);
        var next = walk.Ahead(0, 1);
        var (low, high) = next.Interval(context.Rules.Level);
        return new(
            new DateOnly(now.Period.Year + 1, 12, 31), Percent(next.Location), Percent(low), Percent(high), context.Rules.Level,
            context.Meets(walk.Ahead(0, left), Math.Log(growth.StillNeeded)))
        {
            EachYearProbability = growth.YearsMet < growth.Years ? 0
                : Math.Pow(context.Meets(next, Math.Log(1 + context.Target.Goal / 100)), left),
        };
    }

    private static double Percent(double logarithm) => 100 * (Math.Exp(logarithm) - 1);
}
