using System.Collections.Immutable;
using Indices.Time;

namespace Indices.Calculation.Prices;

/// <summary>
/// Points by which each cell moved the index. Lowe is additive within a stretch of the chain, and every stretch starts
/// at the aggregate where the one before ended, so neighbouring movements add up over any span.
/// </summary>
internal sealed class PriceContributions(PriceJoin join)
{
    /// <summary>Between neighbouring periods, then over a year; in time order, cells in file order.</summary>
    internal ImmutableArray<Contribution> All(ImmutableArray<Period> periods)
    {
        var steps = periods.Skip(1).Select(to => Step(to.Plus(-1), to)).ToList();
        var inYear = periods.IsEmpty ? 1 : (int)periods[0].Frequency;
        var years = inYear == 1 ? [] : Enumerable.Range(0, Math.Max(0, steps.Count - inYear + 1))
            .Select(start => steps.GetRange(start, inYear))
            .Where(span => span.All(step => step.Count > 0))
            .SelectMany(Span);
        return [.. steps.SelectMany(s => s), .. years];
    }

    private List<Contribution> Step(Period from, Period to)
    {
        var version = join.VersionAt(to);
        if (version.IndexAt(from) is not { } start || version.IndexAt(to) is null)
            return [];
        var points = Movement(version, from, to).ToList();
        if (join.VersionAt(from) is var before && before != version && before.IndexAt(from) is { } shown && shown != start)
            points.Add(new(from, to, "chain", version.Run.Methodology.Code, Contribution.MethodChange, start - shown));
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

    private static IEnumerable<Contribution> Span(List<List<Contribution>> steps)
    {
        var versions = steps.SelectMany(s => s).Select(c => c.Version).Distinct().ToList();
        return steps.SelectMany(s => s).GroupBy(c => (c.Group, c.Indicator)).Select(g => new Contribution(
            steps[0][0].From, steps[^1][0].To, versions.Count == 1 ? versions[0] : "chain", g.Key.Group, g.Key.Indicator, g.Sum(c => c.Points)));
    }
}
