using System.Collections.Frozen;
using System.Collections.Immutable;
using Indices.Methodology;
using Indices.Time;

namespace Indices.Calculation.Composite;

/// <summary>
/// Explains the change since the release before in three steps that meet: its period with its own parameters on the data of
/// now, the same with the parameters of now, and from there to the period of now.
/// </summary>
/// <param name="published">Version and parameters of the release before, on its data.</param>
/// <param name="revised">The same on the data of now.</param>
/// <param name="from">Period of the release before.</param>
internal sealed class PublishedChange(LinkedVersion published, LinkedVersion revised, Period from, JoinedSeries now, Period to)
{
    private readonly string _index = published.Run.Version.Code;
    private readonly List<ChangeItem> _items = [];

    /// <returns>Null when the index has no value at one of the ends, or a zero on the way leaves no contributions.</returns>
    internal static ChangeExplanation? Explain(IndexInputs before, Period from, IndexInputs after, Period to)
    {
        var then = JoinedSeries.Create(before with { Last = from });
        var now = JoinedSeries.Create(after with { Last = to });
        if (then.Index(from) is not { } old || now.Index(to) is not { } current)
            return null;
        var parameters = CompositeIndex.Parameters(then);
        var revised = JoinedSeries.Create(before with { Last = from, Snapshot = after.Snapshot, Frozen = parameters });
        var change = new PublishedChange(then.At(from)!, revised.At(from)!, from, now, to);
        return change.Revisions() && change.Methods() && change.Movements()
            ? new(change._index, after.Area, from, to, old, current, change.Merged())
            : null;
    }

    /// <summary>Same method and parameters, newer data.</summary>
    private bool Revisions()
    {
        if (revised.Index(from) is null)
            return false;
        var (before, after) = (published.Run.At(from), revised.Run.At(from));
        return Add(
            Decomposition.Of(before.Root, after.Root, published.Factor!.Value),
            leaf => Cause(revised.Run.Version, leaf.Indicator, before, after, ChangeCause.RevisedData));
    }

    /// <summary>Same data and period: goalposts that came out otherwise, indicator by indicator, and what factor and version make of the whole.</summary>
    private bool Methods()
    {
        if (now.Index(from) is not { } joined)
            return false;
        var rebuilt = revised.Index(from)!.Value;
        if (now.Versions.FirstOrDefault(v => v.Name == revised.Name)?.Run is { } same && same.Aggregate(from) is { } aggregate)
        {
            if (!Add(Decomposition.Of(revised.Run.At(from).Root, same.At(from).Root, revised.Factor!.Value), _ => ChangeCause.MethodChange))
                return false;
            rebuilt = revised.Factor!.Value * aggregate;
        }
        if (Math.Abs(joined - rebuilt) > ContributionTable.NoResidual * Math.Abs(joined))
            _items.Add(new(_index, Contribution.MethodChange, ChangeCause.MethodChange, joined - rebuilt));
        return true;
    }

    /// <summary>Today's series from the period of the release before to the period of this one.</summary>
    private bool Movements()
    {
        var table = new ContributionTable(now, _index);
        foreach (var (start, end) in Spans())
        {
            var contributions = table.Between(start, end);
            if (contributions.Count == 0)
                return false;
            var run = now.At(end)!.Run;
            _items.AddRange(contributions.Select(c => new ChangeItem(c.Group, c.Indicator, c.Indicator == Contribution.MethodChange
                ? ChangeCause.MethodChange
                : Cause(run.Version, c.Indicator, run.At(start), run.At(end), ChangeCause.NewData), c.Points)));
        }
        return true;
    }

    /// <summary>At once within a version, step by step across a change of method.</summary>
    private IEnumerable<(Period Start, Period End)> Spans()
    {
        if (to > from && now.At(from) == now.At(to))
            yield return (from, to);
        else
            for (var period = from; period < to; period = period.Plus(1))
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
        _items.AddRange(points.Select(leaf => new ChangeItem(leaf.Group, leaf.Indicator, cause(leaf), leaf.Points)));
        return points.Length > 0;
    }

    /// <summary>One item for each indicator and cause, in the order in which the trees have them, the whole last.</summary>
    private ImmutableArray<ChangeItem> Merged()
    {
        var places = now.Versions.Reverse().SelectMany(v => v.Run.Version.Root.Indicators).Select(i => i.Code).Distinct()
            .Select((code, place) => (code, place)).ToFrozenDictionary(p => p.code, p => p.place);
        return [.. _items.Where(item => item.Points != 0.0)
            .GroupBy(item => (item.Group, item.Indicator, item.Cause))
            .Select(g => new ChangeItem(g.Key.Group, g.Key.Indicator, g.Key.Cause, g.Sum(item => item.Points)))
            .OrderBy(item => places.GetValueOrDefault(item.Indicator, int.MaxValue)).ThenBy(item => item.Cause)];
    }
}
