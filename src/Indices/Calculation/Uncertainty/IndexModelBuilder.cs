using System.Collections.Immutable;
using Indices.Methodology;
using Indices.Time;

namespace Indices.Calculation.Uncertainty;

/// <summary>Finds what the value of a period rests on: versions, periods, scores.</summary>
internal sealed class IndexModelBuilder
{
    private readonly IndexInputs _inputs;
    private readonly IndexResult _result;
    private readonly UncertaintyRule _rule;
    private readonly ScoreTable _scores;
    private readonly ImmutableArray<VersionTree> _trees;
    private readonly ImmutableArray<ScaleTable> _scales;
    private readonly Dictionary<Period, int> _joined;

    internal IndexModelBuilder(IndexInputs inputs, IndexResult result, UncertaintyRule rule)
    {
        (_inputs, _result, _rule, _scores) = (inputs, result, rule, new ScoreTable(result.Scores));
        _trees = [.. inputs.Versions.Select(version => new VersionTree(version))];
        _scales = [.. _trees.Select(tree => new ScaleTable(tree, _scores, result.Parameters, rule))];
        var places = inputs.Versions.Index().ToDictionary(v => v.Item.Version, v => v.Index);
        _joined = result.Values.Where(v => v.Node == result.Code && v.Value is not null).ToDictionary(v => v.Period, v => places[v.Version]);
    }

    /// <summary>Columns of the draws for a period that has a value.</summary>
    internal DrawLayout Layout(Period period) => new(_trees[..(_joined[period] + 1)], _scores, period, _rule);

    /// <param name="wanted">Periods that have a value.</param>
    /// <param name="layout">Null when nothing is drawn: the periods are then closed and carry no revision error.</param>
    /// <returns>Null when the scores of some period that the values rest on are not there.</returns>
    internal IndexModel? Build(ImmutableArray<Period> wanted, DrawLayout? layout)
    {
        var newest = wanted.Max(period => _joined[period]);
        var versions = Enumerable.Range(0, newest + 1).Select(place => Version(place, newest, wanted, layout)).ToArray();
        return versions.Contains(null) ? null : new IndexModel([.. versions.OfType<LinkedLanes>()]);
    }

    private LinkedLanes? Version(int place, int newest, ImmutableArray<Period> wanted, DrawLayout? layout)
    {
        var (tree, version) = (_trees[place], _inputs.Versions[place]);
        var book = new CellBook(tree, _scores, layout);
        var reference = Reference(place).Select(period => book.Period(period, isCurrent: false)).ToArray();
        var next = place == newest ? [] : _inputs.Versions[place + 1].Link!.Overlap.Select(period => book.Period(period, isCurrent: false)).ToArray();
        var asked = wanted.Index().Where(w => _joined[w.Item] == place).Select(w => (w.Index, Cells: book.Period(w.Item, layout is not null))).ToArray();
        if (reference.Concat(next).Concat(asked.Select(a => a.Cells)).Contains(null))
            return null;
        var lanes = new VersionLanes(tree, _scales[place], book.Cells, new DrawnWeights(tree, layout, _rule));
        return new(
            lanes, place > 0 ? null : version.Base?.Value ?? 1.0, Correction(place),
            [.. reference.OfType<int[]>()], [.. next.OfType<int[]>()], [.. asked.Select(a => (a.Index, a.Cells!))]);
    }

    private IEnumerable<Period> Reference(int place)
    {
        var version = _inputs.Versions[place];
        return place > 0 ? version.Link!.Overlap : version.Base?.Period.Split(version.Frequency) ?? [];
    }

    /// <summary>What is published keeps a frozen factor; the draws are centred on it all the same.</summary>
    private double Correction(int place)
    {
        var version = _inputs.Versions[place];
        var key = place > 0 ? FrozenParameters.Link(version.Version) : FrozenParameters.BaseFactor(version.Version);
        if (_inputs.Frozen.Find(key) is not { } frozen)
            return 1.0;
        var level = place > 0 ? Mean(_inputs.Versions[place - 1], Reference(place), v => v.Index) : version.Base?.Value ?? 1.0;
        return frozen * Mean(version, Reference(place), v => v.Aggregate) / level;
    }

    private double Mean(IndexMethodology version, IEnumerable<Period> periods, Func<VersionValue, double?> value) =>
        periods.Select(period => _result.Computed.FirstOrDefault(v => v.Version == version.Version && v.Period == period))
            .Select(found => found is null ? double.NaN : value(found) ?? double.NaN).Average();
}
