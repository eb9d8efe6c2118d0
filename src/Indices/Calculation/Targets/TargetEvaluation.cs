using System.Collections.Immutable;
using Indices.Methodology;
using Indices.Observations;

namespace Indices.Calculation.Targets;

/// <summary>Where the targets of a document stand, from what was known at one vintage (methodology, section 13). Pure.</summary>
public static class TargetEvaluation
{
    /// <summary>Every target of the set, in file order.</summary>
    public static ImmutableArray<TargetResult> EvaluateAll(TargetSet set, Snapshot snapshot, string area, DateOnly today) =>
        [.. set.Targets.Select(target => Evaluate(set, target, snapshot, area, today))];

    /// <param name="today">In the office's clock; decides whether the deadline has passed and whether data are too old.</param>
    public static TargetResult Evaluate(TargetSet set, PolicyTarget target, Snapshot snapshot, string area, DateOnly today) =>
        Evaluate(set, target, snapshot, area, today, null);

    internal static TargetResult Evaluate(
        TargetSet set, PolicyTarget target, Snapshot snapshot, string area, DateOnly today, TargetProbability? probability)
    {
        var all = TargetSeries.Of(target, snapshot, area);
        var context = new TargetContext(set, target, today, [.. all.Where(f => f.Period.End <= set.Deadline)], probability);
        var result = target.Kind == TargetKind.Growth ? GrowthStanding.Of(context) : LevelStanding.Of(context);
        return result with
        {
            History = [.. all.Where(f => f.IsYearEnd).GroupBy(f => f.Period.Year).Select(g => g.First())
                .Select(f => new TargetPoint(Time.Period.OfYear(f.Period.Year), f.Value, f.Status))],
            Origin = all.IsEmpty ? null : all.Max(f => f.Origin),
            Notes = all.IsEmpty ? [TargetNotes.NoSeries(snapshot, target, area)] : result.Notes,
        };
    }
}
