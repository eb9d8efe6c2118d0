using System.Collections.Frozen;
using System.Collections.Immutable;
using Indices.Observations;
using Indices.Time;

namespace Indices.Calculation.Prices;

/// <summary>A true price index: pure price change of what was priced, at fixed structure (methodology, section 11).</summary>
internal static class PriceIndex
{
    /// <summary>Every period from the first deal to <see cref="IndexInputs.Last"/>; empty when there is no deal.</summary>
    internal static IndexResult Calculate(IndexInputs inputs)
    {
        var warnings = new List<Warning>();
        var runs = inputs.Versions.Select(version => new PriceRun(version, inputs, warnings)).ToList();
        var join = new PriceJoin(runs, inputs.Frozen, warnings);
        var periods = runs[0].Book.Periods;
        var newest = join.Versions[^1].Run;
        return new(
            newest.Methodology.Code,
            inputs.Area,
            [.. periods.SelectMany(p => Nodes(join.VersionAt(p), p))],
            [.. join.Versions.SelectMany(v => v.Run.States.Select(s => Computed(join, v, s)))],
            [],
            new PriceContributions(join).All(periods),
            Parameters(inputs.Frozen, join),
            runs.SelectMany(r => r.Book.InCells).Select(d => d.Deal.Origin).DefaultIfEmpty().Max(),
            [.. LowPrices(newest).Concat(warnings).Distinct()],
            new PriceCompanions(newest).Detail());
    }

    private static IEnumerable<NodeValue> Nodes(PriceVersion version, Period period)
    {
        yield return PriceGate.Total(version, version.Run.Methodology.Code, period);
        foreach (var group in Groups(version.Run, period))
            yield return new(period, group.Code, version.Version, group.Value, group.Status, group.Coverage, false, PriceGate.Withheld);
    }

    private static IEnumerable<GroupValue> Groups(PriceRun run, Period period)
    {
        if (run.At(period) is not { } state)
            return [];
        var at = run.States.IndexOf(state);
        return run.Groups.Select(g => new GroupValue(
            g.Group.Code, g.Values[at], state.ObservedShare(g.Cells.Contains), ObservationStatus.Q));
    }

    private static VersionValue Computed(PriceJoin join, PriceVersion version, PriceState state)
    {
        var total = PriceGate.Total(version, version.Run.Methodology.Code, state.Period);
        return new(version.Version, state.Period, state.Aggregate, version.Factor, total.Value, total.Coverage,
            [.. Groups(version.Run, state.Period)], total.Status, join.VersionAt(state.Period) == version);
    }

    private static FrozenParameters Parameters(FrozenParameters frozen, PriceJoin join)
    {
        var values = frozen.Values.ToDictionary();
        foreach (var version in join.Versions)
            if (version.Factor is { } factor)
                values[version.After is null ? FrozenParameters.BaseFactor(version.Version) : FrozenParameters.Link(version.Version)] = factor;
        return new(values.ToFrozenDictionary());
    }

    // Near zero a ratio of prices stops meaning anything (methodology, section 11.1).
    private static IEnumerable<Warning> LowPrices(PriceRun run) =>
        from state in run.States
        from cell in Enumerable.Range(0, run.Rules.Cells.Length)
        where run.Book.At(cell, state.Period).UnitValue < 0.5
        select new Warning(
            $"{run.Rules.Cells[cell].Code}在{state.Period}的价格低于0.5%，须复核方法。",
            $"The price of {run.Rules.Cells[cell].Code} in {state.Period} is below 0.5 %; the method must be reviewed.");
}
