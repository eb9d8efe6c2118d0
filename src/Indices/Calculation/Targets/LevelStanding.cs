using Indices.Methodology;

namespace Indices.Calculation.Targets;

/// <summary>Levels, counts, bands and ranks: progress from the baseline along the required path (methodology, section 13).</summary>
internal sealed class LevelStanding
{
    private readonly TargetContext _context;
    private readonly TargetFigure _now;
    private readonly RequiredLine _line;

    private LevelStanding(TargetContext context, TargetFigure now) =>
        (_context, _now, _line) = (context, now, RequiredLine.Of(context));

    private PolicyTarget Target => _context.Target;

    private double Left => _context.YearsLeft(_now);

    internal static TargetResult Of(TargetContext context) =>
        context.Newest is { } now ? new LevelStanding(context, now).Result() : context.Empty;

    private TargetResult Result()
    {
        var path = _line.At(_now.Time);
        var ratio = _line.Ratio(_now.Value, path);
        var (status, notes) = Standing(path, ratio);
        return _context.Empty with
        {
            Status = status,
            Baseline = _line.Baseline,
            Current = _now.Value,
            CurrentPeriod = _now.Period,
            CurrentStatus = _now.Status,
            ProgressPercent = _line.Progress(_now.Value),
            AttainmentPercent = 100 * _now.Value / _context.Goal,
            PathValue = path,
            PathRatio = ratio,
            RequiredAnnualGrowthPercent = RequiredGrowth(),
            RequiredPerYear = RequiredPerYear(),
            InYear = InYearStanding.Of(_context, _line),
            Verdict = !_context.IsFinal ? null
                : TargetRating.Holds(Target, _now.Value) ? FinalVerdict.Achieved : FinalVerdict.NotAchieved,
            Notes = [.. notes],
        };
    }

    private double? RequiredGrowth() => Target.Kind == TargetKind.Level && Left > 0 && _now.Value > 0
        ? 100 * (Math.Pow(_context.Goal / _now.Value, 1 / Left) - 1) : null;

    private double? RequiredPerYear() => Target.Kind is TargetKind.Count or TargetKind.Around && Left > 0
        ? (_context.Goal - _now.Value) / Left : null;

    private (TargetStatus, List<Warning>) Standing(double? path, double? ratio)
    {
        var met = TargetRating.Holds(Target, _now.Value);
        if (_context.IsFinal)
            return (met ? TargetStatus.Met : TargetRating.OfMissed(Target, ratio, _context.Set.Rating), []);
        if (_context.IsStale)
            return (TargetStatus.NoData, [TargetNotes.Stale(_now.Period)]);
        if (path is null)
            return (TargetStatus.NoData, [TargetNotes.NoBaseline(Target, _line.Baseline)]);
        // A path that asks for nothing yet cannot be missed.
        var status = TargetRating.OfPath(Target, ratio ?? double.PositiveInfinity, _context.Set.Rating, _context.Forecast);
        List<Warning> notes = _context.HasPassed ? [TargetNotes.AwaitingFinal(_context)] : met ? [TargetNotes.Early(_context)] : [];
        return (status, notes);
    }
}
