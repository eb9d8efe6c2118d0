using System.Collections.Frozen;
using System.Collections.Immutable;
using Indices.Observations;
using Indices.Time;

namespace Indices.Calculation.Composite;

/// <summary>Composite index of any tree: transforms, fixed goalposts, aggregation, base and links, contributions, coverage (methodology, sections 2 to 8).</summary>
internal sealed class CompositeIndex
{
    private readonly JoinedSeries _series;
    private readonly Dictionary<(Period From, Period To), IReadOnlyList<Contribution>> _contributions = [];

    /// <param name="before">The same index over another snapshot; what the change does not touch is taken from it.</param>
    internal CompositeIndex(IndexInputs inputs, CompositeIndex? before = null)
        : this(inputs, JoinedSeries.Create(inputs, before?._series), before)
    {
    }

    /// <param name="series">Made from the inputs.</param>
    internal CompositeIndex(IndexInputs inputs, JoinedSeries series, CompositeIndex? before = null)
    {
        _series = series;
        var runs = _series.Versions.Select(version => version.Run).ToImmutableArray();
        var shown = Shown(_series, inputs.Last);
        var current = _series.At(inputs.Last)?.Run;
        var leaves = runs.SelectMany(run => run.Periods.SelectMany(
            period => run.Version.Root.Indicators.Select(i => run.At(period).Leaves[i.Code]))).ToImmutableArray();
        Result = new(
            inputs.Versions[0].Code,
            inputs.Area,
            [.. shown.SelectMany(period => PublicationGate.Values(_series.At(period)!, period))],
            [.. _series.Versions.SelectMany(version => version.Run.Periods.Select(period => Computed(_series, version, period)))],
            [.. leaves.Select(leaf => leaf.Score)],
            [.. Contributions(shown, inputs.Versions[0].Code, before)],
            Parameters(_series),
            leaves.Select(leaf => leaf.Origin).OfType<Origin>().DefaultIfEmpty(Origin.Official).Max(),
            [.. runs.SelectMany(run => run.Warnings), .. current is null ? [] : VersionReview.Warnings(current, inputs.Last)],
            null)
        {
            Queries = current is null ? [] : [.. OutlierScreen.Queries(current, inputs.Last)],
        };
    }

    internal IndexResult Result { get; }

    /// <summary>Periods of the joined series; the last one is there even when it has no value, so that its reason is.</summary>
    private static ImmutableArray<Period> Shown(JoinedSeries series, Period last) =>
        [.. series.Versions.SelectMany(v => v.Run.Periods).Distinct().Order()
            .Where(period => series.At(period) is { } version && (version.Run.Periods.Contains(period) || period == last))];

    private static VersionValue Computed(JoinedSeries series, LinkedVersion version, Period period)
    {
        var (root, rule) = (version.Run.At(period).Root, version.Run.Version.Coverage);
        return new(
            version.Name, period, root.Value, version.Factor, version.Index(period), root.Coverage,
            [.. root.Groups.Skip(1).Select(g => new GroupValue(g.Node.Code, g.Value, g.Coverage, g.Status(rule.Epsilon)))],
            PublicationGate.IndexStatus(root, rule),
            series.At(period) == version);
    }

    private IEnumerable<Contribution> Contributions(ImmutableArray<Period> shown, string index, CompositeIndex? before)
    {
        var table = new ContributionTable(_series, index);
        foreach (var period in shown.Skip(1))
        {
            foreach (var contribution in Between(period.Plus(-1), period))
                yield return contribution;
            if (period.Frequency != Frequency.Annual && period.YearBefore >= shown[0])
                foreach (var contribution in Between(period.YearBefore, period))
                    yield return contribution;
        }

        IReadOnlyList<Contribution> Between(Period from, Period to) =>
            _contributions[(from, to)] = Known(from, to, before) ?? table.Between(from, to);
    }

    // Across a change of version the periods between count too.
    private IReadOnlyList<Contribution>? Known(Period from, Period to, CompositeIndex? before) =>
        before?._contributions.GetValueOrDefault((from, to)) is { } known && _series.IsSameAs(before._series,
            _series.At(from) == _series.At(to) ? [from, to] : [.. Enumerable.Range(0, to.Since(from) + 1).Select(from.Plus)])
            ? known : null;

    /// <summary>Every frozen or freezable number that the calculation used.</summary>
    internal static FrozenParameters Parameters(JoinedSeries series)
    {
        var used = new Dictionary<string, double>();
        foreach (var version in series.Versions)
        {
            if (version.Factor is { } factor && (version.Run.Version.Link ?? (object?)version.Run.Version.Base) is not null)
                used[version == series.Versions[0] ? FrozenParameters.BaseFactor(version.Name) : FrozenParameters.Link(version.Name)] = factor;
            foreach (var goalposts in version.Run.Indicators.Select(i => i.Goalposts))
            {
                if (goalposts is { Indicator.Worst.Number: null, Worst: { } worst })
                    used[FrozenParameters.Worst(version.Name, goalposts.Indicator.Code)] = worst;
                if (goalposts is { Indicator.Best.Number: null, Best: { } best })
                    used[FrozenParameters.Best(version.Name, goalposts.Indicator.Code)] = best;
            }
        }
        return new(used.ToFrozenDictionary());
    }
}
