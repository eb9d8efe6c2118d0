using System.Collections.Immutable;
using Indices.Methodology;
using Indices.Time;

namespace Indices.Calculation.Targets;

/// <param name="Figures">Up to the deadline, in time order.</param>
internal sealed record TargetContext(
    TargetSet Set, PolicyTarget Target, DateOnly Today, ImmutableArray<TargetFigure> Figures, TargetProbability? Probability)
{
    internal bool HasPassed => Today > Set.Deadline;

    /// <summary>End of the target date on the scale of <see cref="TargetFigure.Time"/>.</summary>
    internal double Deadline => TargetFigure.TimeOf(Period.Containing(Set.Deadline, Frequency.Monthly));

    internal TargetFigure? Newest => Figures.LastOrDefault();

    internal bool HasDeadlineFigure => Newest?.Period.End == Set.Deadline;

    /// <summary>The figure for the target date is in and final, and the date has passed.</summary>
    internal bool IsFinal => HasPassed && HasDeadlineFigure && !Newest!.IsProvisional;

    /// <summary>True when the figure after the newest one is more than one release lag overdue, so that the newest is older than two.</summary>
    internal bool IsStale => Newest is { } newest && !HasDeadlineFigure
        && Today > Period.Containing(newest.Period.End, Target.Frequency).Plus(1).End.AddDays(2 * Target.DueLagDays);

    /// <summary>The smallest number that passes for counts, otherwise the number of the document.</summary>
    internal double Goal => Target.MinimumPass ?? Target.Goal;

    /// <summary>Nothing known yet but the goal.</summary>
    internal TargetResult Empty => new(
        Target, TargetStatus.NoData, null, null, null, null, Goal, null, null, null, null, null, null, null, null, null, null, [], []);
}
