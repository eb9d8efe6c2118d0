using Indices.Methodology;

namespace Indices.Calculation.Targets;

/// <summary>Growth targets, read as every year (primary) and as the average of the years (beside it).</summary>
internal static class GrowthStanding
{
    internal static TargetResult Of(TargetContext context)
    {
        var growth = context.Growth;
        if (growth.Years == 0)
            return context.Empty with { Notes = [TargetNotes.NoTargetYear(context.Target)], Years = growth.EachYear };
        var now = growth.Observed[^1];
        var isFinal = context.HasPassed && growth.IsComplete && growth.Observed.All(f => !f.IsProvisional);
        var everyYear = growth.YearsMet == context.Target.Years.Length;
        var (status, notes) = Standing(context, growth, isFinal);
        return context.Empty with
        {
            Status = status,
            Current = now.Value,
            CurrentPeriod = now.Period,
            CurrentStatus = now.Status,
            ProgressPercent = 100 * growth.YearsMet / (double)context.Target.Years.Length,
            AttainmentPercent = 100 * growth.CompoundPercent / context.Target.Goal,
            PathValue = growth.PathValue,
            PathRatio = growth.PathRatio,
            RequiredAnnualGrowthPercent = growth.RequiredPercent,
            CompoundGrowthPercent = growth.CompoundPercent,
            YearsMet = growth.YearsMet,
            Years = growth.EachYear,
            Verdict = !isFinal ? null : everyYear ? FinalVerdict.Achieved : FinalVerdict.NotAchieved,
            Notes = [.. notes],
        };
    }

    private static (TargetStatus, List<Warning>) Standing(TargetContext context, GrowthSoFar growth, bool isFinal)
    {
        if (isFinal)
            return (growth.YearsMet == growth.Years ? TargetStatus.Met
                : TargetRating.OfMissed(context.Target, growth.PathRatio, context.Set.Rating), []);
        if (context.IsStale)
            return (TargetStatus.NoData, [TargetNotes.Stale(context.Newest!.Period)]);
        if (context.Figures.Any(f => f.IsYearEnd && f.Period.Year > growth.Observed[^1].Period.Year))
            return (TargetStatus.NoData, [TargetNotes.Gap(growth.Observed[^1].Period.Year + 1)]);
        var status = TargetRating.OfGrowth(context.Target, growth, context.Set.Rating, context.Forecast);
        return (status, context.HasPassed ? [TargetNotes.AwaitingFinal(context)] : []);
    }
}
