using Indices.Time;

namespace Indices.Calculation.Composite;

/// <summary>Contributions that add up to the change of the index without a residual (methodology, section 7).</summary>
internal sealed class ContributionTable(JoinedSeries series, string index)
{
    internal const string Chain = "chain";

    // Beyond what rounding in the last bits can make of a join that leaves nothing.
    internal const double NoResidual = 1e-12;

    /// <summary>From one period to any later one: directly within a version, otherwise step by step.</summary>
    /// <returns>Empty when a value is missing on the way.</returns>
    internal IReadOnlyList<Contribution> Between(Period from, Period to)
    {
        if (series.Index(from) is null || series.Index(to) is null)
            return [];
        if (to.Since(from) == 1)
            return Step(from, to);
        return series.At(from) == series.At(to) ? Within(series.At(to)!, from, to) : Chained(from, to);
    }

    private List<Contribution> Step(Period from, Period to)
    {
        var (old, version) = (series.At(from)!, series.At(to)!);
        if (old == version)
            return Within(version, from, to);
        if (version.Index(from) is not { } rebuilt)
            return [];
        var residual = rebuilt - old.Index(from)!.Value;
        var isKept = version.Run.Version.Link!.Overlap.Length > 1 || Math.Abs(residual) > NoResidual * Math.Abs(rebuilt);
        var steps = Within(version, from, to);
        return isKept && steps.Count > 0 ? [.. steps, new(from, to, version.Name, index, Contribution.MethodChange, residual)] : steps;
    }

    private List<Contribution> Chained(Period from, Period to)
    {
        var (order, sums) = (new List<(string Group, string Indicator)>(), new Dictionary<(string, string), double>());
        for (var period = from; period < to; period = period.Plus(1))
        {
            var step = Between(period, period.Plus(1));
            if (step.Count == 0)
                return [];
            foreach (var item in step)
            {
                if (sums.TryAdd((item.Group, item.Indicator), 0.0))
                    order.Add((item.Group, item.Indicator));
                sums[(item.Group, item.Indicator)] += item.Points;
            }
        }
        return [.. order.Select(key => new Contribution(from, to, Chain, key.Group, key.Indicator, sums[key]))];
    }

    private static List<Contribution> Within(LinkedVersion version, Period from, Period to) =>
        [.. Decomposition.Of(version.Run.At(from).Root, version.Run.At(to).Root, version.Factor!.Value)
            .Select(leaf => new Contribution(from, to, version.Name, leaf.Group, leaf.Indicator, leaf.Points))];
}
