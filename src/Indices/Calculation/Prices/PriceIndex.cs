using System.Collections.Frozen;
using System.Collections.Immutable;
using Indices.Observations;
using Indices.Time;

namespace Indices.Calculation.Prices;

/// <summary>A true price index: pure price change of what was priced, at fixed structure (methodology, section 11).</summary>
internal static class PriceIndex
{
    /// <summary>
    /// Every period from the first deal, or from when the first version takes effect, to <see cref="IndexInputs.Last"/>;
    /// the last one even when it has no value. Details are those of the newest version.
    /// </summary>
    internal static IndexResult Calculate(IndexInputs inputs)
    {
        var warnings = new List<Warning>();
        var runs = inputs.Versions.Select(version => new PriceRun(version, inputs, warnings)).ToList();
        var join = new PriceJoin(runs, inputs.Frozen, warnings);
        var shown = join.Shown(inputs.Last);
        var newest = runs[^1];
        return new(
            newest.Methodology.Code,
            inputs.Area,
            [.. shown.SelectMany(p => Nodes(join.At(p)!, p))],
            [.. join.Versions.SelectMany(v => v.Run.Shown.Select(s => Computed(join, v, s)))],
            [],
            new PriceContributions(join).All(shown),
            Parameters(join),
            runs.SelectMany(r => r.Book.InCells).Select(d => d.Deal.Origin).DefaultIfEmpty(Origin.Official).Max(),
            [.. LowPrices(newest).Concat(warnings).Distinct()],
            new PriceCompanions(newest).Detail() with { Flashes = new FlashEstimates(join, inputs).All() });
    }

    private static IEnumerable<NodeValue> Nodes(PriceVersion version, Period period)
    {
        var total = PriceGate.Total(version, version.Run.Methodology.Code, period);
        return [total, .. SubIndices(version, period, total)];
    }

    private static IEnumerable<NodeValue> SubIndices(PriceVersion version, Period period, NodeValue total) =>
        version.Run.At(period) is { } state ? version.Run.Groups.Select(g => PriceGate.SubIndex(version, g, state, total)) : [];

    private static VersionValue Computed(PriceJoin join, PriceVersion version, PriceState state)
    {
        var total = PriceGate.Total(version, version.Run.Methodology.Code, state.Period);
        return new(version.Version, state.Period, state.Aggregate, version.Factor, total.Value, total.Coverage,
            [.. SubIndices(version, state.Period, total).Select(n => new GroupValue(n.Node, n.Value, n.Coverage, n.Status))], total.Status, join.At(state.Period) == version);
    }

    private static FrozenParameters Parameters(PriceJoin join)
    {
        var values = new Dictionary<string, double>();
        foreach (var version in join.Versions)
            if (version.Factor is { } factor && (version.Run.Methodology.Link ?? (object?)version.Run.Methodology.Base) is not null)
                values[version == join.Versions[0] ? FrozenParameters.BaseFactor(version.Version) : FrozenParameters.Link(version.Version)] = factor;
        var first = join.Versions[0].Run;
        if (first is { Methodology.Base.Fallback: not null, BaseCoverage: { } coverage })
            values[FrozenParameters.BaseCoverage(first.Methodology.Version)] = coverage;
        return new(values.ToFrozenDictionary());
    }

    // Near zero a ratio of prices stops meaning anything (methodology, section 11.1).
    private static IEnumerable<Warning> LowPrices(PriceRun run) =>
        from state in run.Shown
        from cell in Enumerable.Range(0, run.Rules.Cells.Length)
        where run.Book.At(cell, state.Period).UnitValue < 0.5
        select new Warning(
            $"{run.Rules.Cells[cell].Code}在{state.Period}的价格低于0.5%，须复核方法。",
            $"The price of {run.Rules.Cells[cell].Code} in {state.Period} is below 0.5 %; the method must be reviewed.");
}
