using System.Collections.Immutable;
using Indices.Calculation.Targets.Forecasts;
using Indices.Methodology;
using Indices.Observations;
using Indices.Time;

namespace Indices.Calculation.Targets;

/// <summary>Where the targets of a document stand, from what was known at one vintage (methodology, section 13). Pure.</summary>
public static class TargetEvaluation
{
    /// <summary>Every target of the set, in file order.</summary>
    public static ImmutableArray<TargetResult> EvaluateAll(TargetSet set, ObservationHistory history, string area, DateOnly today) =>
        [.. set.Targets.Select(target => Evaluate(set, target, history, area, today))];

    /// <param name="history">What was known, with the vintages before: status and forecast rest on the newest alone, the verdict is also given on the first.</param>
    /// <param name="today">In the office's clock; decides whether the deadline has passed and whether data are too old.</param>
    public static TargetResult Evaluate(TargetSet set, PolicyTarget target, ObservationHistory history, string area, DateOnly today)
    {
        var context = new TargetContext(set, target, new TargetData(target, history.Newest, area), today);
        var result = target.Kind == TargetKind.Growth ? GrowthStanding.Of(context) : LevelStanding.Of(context);
        return result with
        {
            Forecast = context.Forecast,
            Verdicts = new VerdictComparison(context, history, area).Verdicts(),
            Members = MemberForecast.Members(context),
            Cumulated = CumulatedStanding.Of(context),
            History = [.. context.All.Where(f => f.IsYearEnd).GroupBy(f => f.Period.Year).Select(g => g.First())
                .Select(f => new TargetPoint(Period.OfYear(f.Period.Year), f.Value, f.Status))],
            Origin = context.Data.WorstOrigin(context.All),
            Notes = context.All.IsEmpty ? [TargetNotes.NoSeries(context.Data)] : result.Notes,
        };
    }
}
