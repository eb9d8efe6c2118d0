using Indices.Methodology;
using Indices.Observations;

namespace Indices.Calculation.Targets;

/// <summary>The verdict by each figure as first published and by its newest revision.</summary>
/// <remarks>
/// A figure as first published is worked out from what was known when it could first be worked out: a sum or a growth rate
/// then rests on parts of one vintage, and not on parts from before and after a census (methodology, section 13, Baselines).
/// </remarks>
internal sealed class VerdictComparison(TargetContext context, ObservationHistory history, string area)
{
    private PolicyTarget Target => context.Target;

    /// <summary>Null until the target date has passed and its figure is known.</summary>
    internal TargetVerdicts? Verdicts()
    {
        List<TargetFigure> latest = Target.Kind == TargetKind.Growth ? [.. context.Growth.Observed]
            : context.HasDeadlineFigure ? [context.Newest!] : [];
        if (!context.HasPassed || latest.Count == 0 || (Target.Kind == TargetKind.Growth && !context.Growth.IsComplete))
            return null;
        var first = latest.ConvertAll(FirstPublished);
        var (then, now) = (Verdict(first), Verdict(latest));
        return new(then, now, then.Verdict == now.Verdict ? null : TargetNotes.Revised(Target, first.Zip(latest).First(Differs)));
    }

    private bool Differs((TargetFigure First, TargetFigure Latest) pair) =>
        TargetRating.Holds(Target, pair.First.Value) != TargetRating.Holds(Target, pair.Latest.Value);

    private FigureVerdict Verdict(List<TargetFigure> figures) => new(
        figures.TrueForAll(f => TargetRating.Holds(Target, f.Value)) ? FinalVerdict.Achieved : FinalVerdict.NotAchieved,
        figures[^1].Period, figures[^1].Value, figures.Exists(f => f.IsProvisional), figures[^1].KnownAt);

    private TargetFigure FirstPublished(TargetFigure latest)
    {
        if (latest.FirstKnownAt == latest.KnownAt)
            return latest;
        var codes = Target.SeriesCodes.ToList();
        return history.Vintages(codes).Where(v => v >= latest.FirstKnownAt)
            .Select(v => TargetSeries.Of(new TargetData(Target, history.At(v, codes), area)).FirstOrDefault(f => f.Period == latest.Period))
            .FirstOrDefault(f => f is not null) ?? latest;
    }
}
