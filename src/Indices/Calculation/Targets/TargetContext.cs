using System.Collections.Immutable;
using Indices.Calculation.Statistics;
using Indices.Methodology;
using Indices.Time;

namespace Indices.Calculation.Targets;

/// <summary>One target and what is known of it on one day.</summary>
internal sealed class TargetContext
{
    internal TargetContext(TargetSet set, PolicyTarget target, TargetData data, DateOnly today)
    {
        (Set, Target, Data, Today) = (set, target, data, today);
        All = TargetSeries.Of(data);
        Figures = [.. All.Where(f => f.Period.End <= Deadline)];
        Growth = new(target, Figures);
        Forecast = TargetForecasting.Of(this);
    }

    internal TargetSet Set { get; }

    internal PolicyTarget Target { get; }

    internal TargetData Data { get; }

    internal DateOnly Today { get; }

    /// <summary>In time order.</summary>
    internal ImmutableArray<TargetFigure> All { get; }

    /// <summary>Up to the deadline, in time order.</summary>
    internal ImmutableArray<TargetFigure> Figures { get; }

    internal GrowthSoFar Growth { get; }

    internal TargetForecast? Forecast { get; }

    internal ForecastRules Rules => Set.Forecast;

    internal DateOnly Deadline => Target.OwnDeadline ?? Set.Deadline;

    internal bool HasPassed => Today > Deadline;

    /// <summary>End of the target date on the scale of <see cref="TargetFigure.Time"/>.</summary>
    internal double DeadlineTime => TargetFigure.TimeOf(Period.Containing(Deadline, Frequency.Monthly));

    internal TargetFigure? Newest => Figures.LastOrDefault();

    internal bool HasDeadlineFigure => Newest?.Period.End == Deadline;

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

    internal double YearsLeft(TargetFigure figure) => DeadlineTime - figure.Time;

    /// <summary>Probability of the number or better.</summary>
    internal double Meets(Prediction prediction, double number) =>
        Target.Comparison == Comparison.AtMost ? prediction.LowerTail(number) : prediction.UpperTail(number);
}
