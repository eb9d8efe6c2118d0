using Indices.Methodology;
using Indices.Observations;

namespace Indices.Calculation.Targets;

/// <summary>The series of one target in one area, as known at one vintage.</summary>
internal sealed class TargetData
{
    private readonly Snapshot _snapshot;
    private readonly string _area;
    private readonly string _code;

    internal TargetData(PolicyTarget target, Snapshot snapshot, string area)
    {
        (Target, _snapshot, _area) = (target, snapshot, area);
        // A file that knows no index may give the figures under the target's own code.
        _code = HasAny(target.Indicator) ? target.Indicator : target.Code;
    }

    internal PolicyTarget Target { get; }

    /// <summary>Scopes other than the target's own: the members of a nested count, or figures that are not its own.</summary>
    internal IEnumerable<string> Scopes => Measures.All.SelectMany(m => _snapshot.Scopes(_code, m, _area)).Distinct();

    internal SeriesView View(string measure) => _snapshot.Series(_code, measure, _area);

    /// <summary>New events of a cumulative count; empty where they are no series of their own.</summary>
    internal SeriesView Events => Target.Events is { } events ? _snapshot.Series(events, Measures.Value, _area) : SeriesView.Empty;

    /// <summary>The sizes of each member of a nested count, by name in ordinal order; empty for other targets.</summary>
    internal IEnumerable<(string Name, List<TargetFigure> Sizes)> Members => Target.Threshold is null ? [] :
        from scope in _snapshot.Scopes(_code, Measures.Value, _area)
        let sizes = _snapshot.Series(_code, Measures.Value, _area, scope).Observations.Where(RollingYear.IsUsable).Select(TargetFigure.Of).ToList()
        where sizes.Count > 0
        select (scope, sizes);

    /// <summary>Of the figures themselves and of what their forecast rests on; null where there are no figures.</summary>
    internal Origin? WorstOrigin(IReadOnlyCollection<TargetFigure> figures) => figures.Count == 0 ? null : figures.Select(f => f.Origin)
        .Concat(Members.SelectMany(m => m.Sizes).Select(s => s.Origin))
        .Concat(Events.Observations.Select(e => e.Series.Origin))
        .Max();

    private bool HasAny(string code) => Measures.All.Any(measure =>
        !_snapshot.Series(code, measure, _area).IsEmpty || _snapshot.Scopes(code, measure, _area).Any());
}
