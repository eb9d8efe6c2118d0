using Indices.Calculation.Statistics;
using Indices.Methodology;
using Indices.Time;

namespace Indices.Calculation.Targets.Forecasts;

/// <summary>
/// Counts that never fall: new events are Poisson with a gamma distributed rate, past events and the time they took
/// discounted by age; those still to come are negative binomial (methodology, section 13).
/// </summary>
internal static class EventForecast
{
    private const double MonthsOfYear = 12;

    internal static TargetForecast? Of(TargetContext context, TargetFigure now)
    {
        var spans = Spans(context, now);
        if (spans.Count < context.Rules.MinimumChanges)
            return null;
        var (rules, left) = (context.Rules, context.YearsLeft(now));
        // A fall corrects what was counted before, but fewer than no events have not happened.
        var events = Math.Max(0, spans.Sum(s => s.Events * s.Weight(spans[^1], rules)));
        var years = spans.Sum(s => s.Months * s.Weight(spans[^1], rules)) / MonthsOfYear;
        var coming = new NegativeBinomial(events + rules.PriorEvents, years / (years + left));
        double Quantile(double probability) => now.Value + coming.Quantile(probability);
        return new(
            context.Deadline, now.Value + (events + rules.PriorEvents) * left / years,
            Quantile((1 - rules.Level) / 2), Quantile((1 + rules.Level) / 2), rules.Level,
            context.Target.Comparison == Comparison.AtMost
                ? coming.LowerTail(Whole(Math.Floor(context.Goal - now.Value)))
                : coming.UpperTail(Whole(Math.Ceiling(context.Goal - now.Value))))
        {
            Events = events,
            EventYears = years,
        };
    }

    /// <summary>Periods without a gap between them, from the flow of new events where there is one, otherwise from the count itself.</summary>
    private static List<Span> Spans(TargetContext context, TargetFigure now)
    {
        if (context.Target.Events is null)
        {
            var run = UnbrokenRun.Neighbours(context.Figures, now, f => f.Period);
            return [.. run.Zip(run.Skip(1), (before, after) => new Span(after.Period, after.Value - before.Value))];
        }
        var known = context.Data.Events.Observations.Where(o => RollingYear.IsUsable(o) && o.Period.End <= context.Deadline).ToList();
        return known.Count == 0 ? []
            : [.. UnbrokenRun.Neighbours(known, known[^1], o => o.Period).Select(o => new Span(o.Period, o.Value!.Value))];
    }

    private static long Whole(double count) => (long)Math.Clamp(count, int.MinValue, int.MaxValue);

    private sealed record Span(Period Period, double Events)
    {
        internal int Months => Period.IsMergedJanuaryFebruary ? 2 : 12 / (int)Period.Frequency;

        /// <summary>1 for the newest, half of it at every half-life of age.</summary>
        internal double Weight(Span newest, ForecastRules rules)
        {
            var age = 12 * (newest.Period.End.Year - Period.End.Year) + newest.Period.End.Month - Period.End.Month;
            return Math.Pow(0.5, age / rules.HalfLifeMonths);
        }
    }
}
