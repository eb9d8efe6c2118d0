using Indices.Methodology;

namespace Indices.Calculation.Targets;

/// <summary>The required path of a level, count, band or rank from its baseline to its goal (methodology, section 13).</summary>
/// <param name="Baseline">Null until it is known.</param>
internal sealed record RequiredLine(PolicyTarget Target, double Goal, double Deadline, double? Baseline)
{
    // A path worked out in doubles may miss a whole number by a hair.
    private const double Hair = 1e-9;

    internal static RequiredLine Of(TargetContext context) => new(
        context.Target, context.Goal, context.DeadlineTime,
        context.Target.Baseline.Value ?? context.Figures.FirstOrDefault(f => f.Period.End == context.Target.Baseline.Period.End)?.Value);

    /// <summary>At the deadline the goal, whatever the baseline; null where no path leads there.</summary>
    /// <param name="time">On the scale of <see cref="TargetFigure.Time"/>.</param>
    internal double? At(double time)
    {
        if (time >= Deadline)
            return Goal;
        if (Baseline is not { } b)
            return null;
        var start = TargetFigure.TimeOf(Target.Baseline.Period);
        var done = (time - start) / (Deadline - start);
        if (Target.Path == RequiredPath.Geometric)
            return b > 0 ? b * Math.Pow(Goal / b, done) : null;
        var linear = b + (Goal - b) * done;
        // Small whole numbers cannot be met in part, and neither can places.
        return Target.Kind switch
        {
            TargetKind.CountSmall => Math.Floor(linear + Hair),
            TargetKind.Rank => Math.Ceiling(linear - Hair),
            _ => linear,
        };
    }

    /// <summary>a = value / path, upside down where less is better; distance / tolerance for a band; null where the path asks for nothing yet.</summary>
    internal double? Ratio(double value, double? path) => path switch
    {
        null => null,
        { } p when Target.Kind == TargetKind.Around => Math.Abs(value - p) / Target.Tolerance,
        { } p when Target.Comparison == Comparison.AtMost => value > 0 ? p / value : null,
        0 => null,
        { } p => value / p,
    };

    /// <summary>Share of the way from baseline to goal, in percent; from 0 to 100 for a band.</summary>
    internal double? Progress(double value)
    {
        if (Baseline is not { } b || b == Goal)
            return null;
        if (Target.Kind == TargetKind.Around)
            return Math.Clamp(100 * (1 - Math.Abs(value - Goal) / Math.Abs(b - Goal)), 0.0, 100.0);
        var isWay = Target.Comparison == Comparison.AtMost ? b > Goal : b < Goal;
        return isWay ? 100 * (value - b) / (Goal - b) : null;
    }
}
