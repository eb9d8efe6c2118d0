using Indices.Methodology;

namespace Indices.Calculation.Targets;

/// <summary>Levels, counts and bands: progress from the baseline along the required path (methodology, section 13).</summary>
internal sealed class LevelStanding
{
    private readonly TargetContext _context;
    private readonly TargetFigure _now;
    private readonly double? _baseline;

    private LevelStanding(TargetContext context, TargetFigure now)
    {
        _context = context;
        _now = now;
        var period = Target.Baseline.Period;
        _baseline = Target.Baseline.Value
            ?? context.Figures.FirstOrDefault(f => f.Period.End == period.End)?.Value;
    }

    private PolicyTarget Target => _context.Target;

    private bool IsBand => Target.Comparison == Comparison.Around;

    private double Left => _context.Deadline - _now.Time;

    internal static TargetResult Of(TargetContext context) =>
        context.Newest is { } now ? new LevelStanding(context, now).Result() : context.Empty;

    private TargetResult Result()
    {
        var path = Path();
        var ratio = PathRatio(path);
        var (status, notes) = Standing(path, ratio);
        return _context.Empty with
        {
            Status = status,
            Baseline = _baseline,
            Current = _now.Value,
            CurrentPeriod = _now.Period,
            CurrentStatus = _now.Status,
            ProgressPercent = Progress(),
            AttainmentPercent = 100 * _now.Value / _context.Goal,
            PathValue = path,
            PathRatio = ratio,
            RequiredAnnualGrowthPercent = RequiredGrowth(),
            RequiredPerYear = RequiredPerYear(),
            Verdict = !_context.IsFinal ? null
                : TargetRating.Holds(Target, _now.Value) ? FinalVerdict.Achieved : FinalVerdict.NotAchieved,
            Notes = [.. notes],
        };
    }

    private double? Progress()
    {
        var (x, goal) = (_now.Value, _context.Goal);
        if (_baseline is not { } b || b == goal)
            return null;
        if (IsBand)
            return Math.Clamp(100 * (1 - Math.Abs(x - goal) / Math.Abs(b - goal)), 0.0, 100.0);
        return b < goal ? 100 * (x - b) / (goal - b) : null;
    }

    /// <summary>At the deadline the path is the goal, whatever the baseline.</summary>
    private double? Path()
    {
        var goal = _context.Goal;
        if (Left <= 0)
            return goal;
        if (_baseline is not { } b)
            return null;
        var start = TargetFigure.TimeOf(Target.Baseline.Period);
        var done = (_now.Time - start) / (_context.Deadline - start);
        if (Target.Path == RequiredPath.Geometric)
            return b > 0 ? b * Math.Pow(goal / b, done) : null;
        var linear = b + (goal - b) * done;
        // Small whole numbers cannot be met in part.
        return Target.Kind == TargetKind.CountSmall ? Math.Floor(linear + 1e-9) : linear;
    }

    private double? PathRatio(double? path) => path switch
    {
        null => null,
        { } p when IsBand => Math.Abs(_now.Value - p) / Target.Tolerance,
        0 => null,
        { } p => _now.Value / p,
    };

    private double? RequiredGrowth() => Target.Kind == TargetKind.Level && Left > 0 && _now.Value > 0
        ? 100 * (Math.Pow(_context.Goal / _now.Value, 1 / Left) - 1) : null;

    private double? RequiredPerYear() => Target.Kind is TargetKind.Count or TargetKind.Around && Left > 0
        ? (_context.Goal - _now.Value) / Left : null;

    private (TargetStatus, List<Warning>) Standing(double? path, double? ratio)
    {
        var met = TargetRating.Holds(Target, _now.Value);
        if (_context.IsFinal)
            return (met ? TargetStatus.Met : Missed(ratio), []);
        if (_context.IsStale)
            return (TargetStatus.NoData, [TargetNotes.Stale(_now.Period)]);
        if (path is null)
            return (TargetStatus.NoData, [TargetNotes.NoBaseline(Target, _baseline)]);
        if (met)
            return (_context.HasPassed ? TargetStatus.OnTrack : TargetStatus.Met, [TargetNotes.Early(_context)]);
        // A path that asks for nothing yet cannot be missed.
        var status = ratio is not { } a ? TargetStatus.OnTrack
            : IsBand ? TargetRating.OfGap(a, _context.Set.Rating, _context.Probability)
            : TargetRating.OfPath(a, _context.Set.Rating, _context.Probability);
        return (status, _context.HasPassed ? [TargetNotes.AwaitingFinal(_context)] : []);
    }

    private TargetStatus Missed(double? ratio)
    {
        var near = IsBand ? ratio <= 2 : ratio >= _context.Set.Rating.RedPathRatio;
        return near ? TargetStatus.Behind : TargetStatus.FarBehind;
    }
}
