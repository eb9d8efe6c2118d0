using System.Collections.Frozen;
using System.Collections.Immutable;
using Indices.Methodology;
using Indices.Time;

namespace Indices.Calculation.Composite;

/// <summary>
/// Explains the change since the release before in three steps that meet: its period with its own parameters on the data of
/// now, the same with the parameters of now, and from there to the period of now.
/// </summary>
internal sealed class PublishedChange
{
    private readonly string _index;
    private readonly Period _from;
    private readonly Period _to;
    private readonly LinkedVersion _published;
    private readonly LinkedVersion _revised;
    private readonly JoinedSeries _now;
    private readonly List<ChangeItem> _items = [];

    private PublishedChange(IndexInputs before, Period from, IndexInputs after, Period to)
    {
        (_index, _from, _to) = (after.Versions[0].Code, from, to);
        var published = JoinedSeries.Create(before with { Last = from });
        var parameters = CompositeIndex.Parameters(published);
        var revised = JoinedSeries.Create(before with { Last = from, Snapshot = after.Snapshot, Frozen = parameters });
        _published = published.At(from)!;
        _revised = revised.At(from)!;
        _now = JoinedSeries.Create(after with { Last = to });
    }

    /// <returns>Null when the index has no value at one of the ends, or a zero on the way leaves no contributions.</returns>
    internal static ChangeExplanation? Explain(IndexInputs before, Period from, IndexInputs after, Period to)
    {
        var change = new PublishedChange(before, from, after, to);
        if (change._published.Index(from) is not { } old || change._now.Index(to) is not { } now)
            return null;
        return change.Revisions() && change.Methods() && change.Movements()
            ? new(change._index, after.Area, from, to, old, now, change.Merged())
            : null;
    }

    /// <summary>Same method and parameters, newer data.</summary>
    private bool Revisions()
    {
        if (_revised.Index(_from) is null)
            return false;
        var (old, now) = (_published.Run.At(_from), _revised.Run.At(_from));
        return Add(Decomposition.Of(old.Root, now.Root, _published.Factor!.Value), leaf => Cause(_revised.Run.Version, leaf.Indicator, old, now, ChangeCause.RevisedData));
    }

    /// <summary>Same data and period: goalposts that came out otherwise, indicator by indicator, and what factor and version make of the whole.</summary>
    private bool Methods()
    {
        if (_now.Index(_from) is not { } joined)
            return false;
        var rebuilt = _revised.Index(_from)!.Value;
        if (_now.Versions.FirstOrDefault(v => v.Name == _revised.Name)?.Run is { } same && same.Aggregate(_from) is { } aggregate)
        {
            if (!Add(Decomposition.Of(_revised.Run.At(_from).Root, same.At(_from).Root, _revised.Factor!.Value), _ => ChangeCause.MethodChange))
                return false;
            rebuilt = _revised.Factor!.Value * aggregate;
        }
        if (Math.Abs(joined - rebuilt) > ContributionTable.NoResidual * Math.Abs(joined))
            _items.Add(new(_index, Contribution.MethodChange, ChangeCause.MethodChange, joined - rebuilt));
        return true;
    }

    /// <summary>Today's series from the period of the release before to the period of this one.</summary>
    private bool Movements()
    {
        var table = new ContributionTable(_now, _index);
        foreach (var (start, end) in Spans())
        {
            var contributions = table.Between(start, end);
            if (contributions.Count == 0)
                return false;
            var run = _now.At(end)!.Run;
            _items.AddRange(contributions.Select(c => new ChangeItem(c.Group, c.Indicator, c.Indicator == Contribution.MethodChange
                ? ChangeCause.MethodChange
                : Cause(run.Version, c.Indicator, run.At(start), run.At(end), ChangeCause.NewData), c.Points)));
        }
        return true;
    }

    /// <summary>At once within a version, step by step across a change of method.</summary>
    private IEnumerable<(Period Start, Period End)> Spans()
    {
        if (_to > _from && _now.At(_from) == _now.At(_to))
            yield return (_from, _to);
        else
            for (var period = _from; period < _to; period = period.Plus(1))
                yield return (period, period.Plus(1));
    }

    private static ChangeCause Cause(IndexMethodology version, string indicator, PeriodState before, PeriodState after, ChangeCause observed)
    {
        var alignment = version.Root.Indicators.First(i => i.Code == indicator).Alignment;
        var (old, now) = (before.Leaves[indicator].Standing, after.Leaves[indicator].Standing);
        return old.StandsIn(alignment) != now.StandsIn(alignment) || old.Kind == StandingKind.ClassMean || now.Kind == StandingKind.ClassMean
            ? ChangeCause.Coverage
            : observed;
    }

    private bool Add(ImmutableArray<LeafPoints> points, Func<LeafPoints, ChangeCause> cause)
    {
        _items.AddRange(points.Where(leaf => leaf.Points != 0.0).Select(leaf => new ChangeItem(leaf.Group, leaf.Indicator, cause(leaf), leaf.Points)));
        return points.Length > 0;
    }

    /// <summary>One item for each indicator and cause, in the order in which the trees have them, the whole last.</summary>
    private ImmutableArray<ChangeItem> Merged()
    {
        var places = _now.Versions.Reverse().SelectMany(v => v.Run.Version.Root.Indicators).Select(i => i.Code).Distinct()
            .Select((code, place) => (code, place)).ToFrozenDictionary(p => p.code, p => p.place);
        return [.. _items.Where(item => item.Points != 0.0)
            .GroupBy(item => (item.Group, item.Indicator, item.Cause))
            .Select(g => new ChangeItem(g.Key.Group, g.Key.Indicator, g.Key.Cause, g.Sum(item => item.Points)))
            .OrderBy(item => places.GetValueOrDefault(item.Indicator, int.MaxValue)).ThenBy(item => item.Cause)];
    }
}
