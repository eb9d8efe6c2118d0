using System.Collections.Immutable;
using Indices.Time;

namespace Indices.Calculation.Prices;

/// <summary>
/// Points by which each cell moved the index. Lowe is additive within a stretch of the chain, and every stretch starts
/// at the aggregate where the one before ended, so neighbouring movements add up over any span.
/// </summary>
internal sealed class PriceContributions(PriceJoin join)
{
    private const string Chain = "chain";

    // Beyond what rounding in the last bits can make of a join that leaves nothing.
    private const double NoResidual = 1e-12;

    /// <summary>For each period: from its neighbour, then from the year before where that differs; cells in file order.</summary>
    /// <param name="shown">Periods of the joined series, in order.</param>
    internal ImmutableArray<Contribution> All(ImmutableArray<Period> shown)
    {
        var steps = shown.Skip(1).ToDictionary(to => to, to => Step(to.Plus(-1), to));
        return [.. shown.Skip(1).SelectMany(to => steps[to].Concat((int)to.Frequency == 1 ? [] : Year(steps, to)))];
    }

    private List<Contribution> Step(Period from, Period to)
    {
        if (join.At(from) is not { } before || join.At(to) is not { } version
            || before.IndexAt(from) is not { } shown || version.IndexAt(from) is not { } start || version.IndexAt(to) is null)
            return [];
        var points = Movement(version, from, to).ToList();
        var residual = start - shown;
        if (before != version && (version.Run.Methodology.Link!.Overlap.Length > 1 || Math.Abs(residual) > NoResidual * start))
            points.Add(new(from, to, version.Version, version.Run.Methodology.Code, Contribution.MethodChange, residual));
        return points;
    }

    private static IEnumerable<Contribution> Movement(PriceVersion version, Period from, Period to)
    {
        var (earlier, later) = (version.Run.At(from)!, version.Run.At(to)!);
        var cells = version.Run.Rules.Cells;
        for (var c = 0; c < cells.Length; c++)
            if (later.Holds(c))
                yield return new(from, to, version.Version, cells[c].Pillar, cells[c].Code,
                    version.Factor!.Value * later.Segment!.Points(c, earlier.Prices.Live[c]!.Value, later.Prices.Live[c]!.Value));
    }

    // Empty when a value is missing on the way.
    private IEnumerable<Contribution> Year(Dictionary<Period, List<Contribution>> steps, Period to)
    {
        var way = Enumerable.Range(1 - (int)to.Frequency, (int)to.Frequency).Select(to.Plus)
            .Select(period => steps.GetValueOrDefault(period) ?? []).ToList();
        if (way.Exists(step => step.Count == 0))
            return [];
        var version = join.At(to.YearBefore) == join.At(to) ? join.At(to)!.Version : Chain;
        return way.SelectMany(step => step).GroupBy(c => (c.Group, c.Indicator))
            .Select(g => new Contribution(to.YearBefore, to, version, g.Key.Group, g.Key.Indicator, g.Sum(c => c.Points)));
    }
}
