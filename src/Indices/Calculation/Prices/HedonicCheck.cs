using System.Collections.Immutable;
using Indices.Calculation.Prices.Formulas;
using Indices.Time;

namespace Indices.Calculation.Prices;

/// <summary>
/// The hedonic index over windows that move by a period (methodology, section 11.6): it begins with the first window that
/// has enough deals, and each further window adds its newest period by mean splice, so that a published value never moves.
/// </summary>
internal sealed class HedonicCheck(PriceRun run)
{
    // The strata are reviewed when the indices move apart by more than this over a year (methodology, section 11.6).
    private const double ReviewAbove = 0.01;

    private readonly ImmutableArray<Period> _periods = [.. run.Shown.Select(s => s.Period)];

    /// <summary>Null when the file asks for no check.</summary>
    internal HedonicDetail? Detail()
    {
        if (run.Rules.Hedonic is not { } rule)
            return null;
        var length = Math.Max(1, rule.WindowQuarters * (int)run.Methodology.Frequency / (int)Frequency.Quarterly);
        var levels = Enumerable.Repeat(double.NaN, _periods.Length).ToArray();
        var deals = new int[_periods.Length];
        (Stretch Stretch, HedonicFit Fit)? newest = null;
        for (var t = 0; t < _periods.Length; t++)
        {
            var window = Window(Math.Max(0, t - length + 1), t);
            deals[t] = window.Count;
            if (window.Count < rule.MinimumDeals)
                continue;
            var (stretch, fit) = Fit(Math.Max(0, t - length + 1), t, window);
            Extend(levels, newest?.Stretch, stretch);
            newest = (stretch, fit);
        }
        return new(Index(levels, deals), newest?.Fit, MovedApart(levels));
    }

    private List<PricedDeal> Window(int first, int last) =>
        [.. run.Book.InCells.Where(d => d.Period >= _periods[first] && d.Period <= _periods[last])];

    private (Stretch, HedonicFit) Fit(int first, int last, List<PricedDeal> deals)
    {
        var model = new HedonicModel(run.Rules, deals);
        var fit = model.Fit();
        var prices = model.Periods.Zip(fit.Coefficients, (period, c) => (period, c.Value)).ToDictionary(p => p.period, p => p.Value);
        return (new(first, [.. Enumerable.Range(first, last - first + 1).Select(t => prices.GetValueOrDefault(_periods[t]) ?? double.NaN)]), fit);
    }

    private static void Extend(double[] levels, Stretch? before, Stretch next)
    {
        if (before is null)
        {
            var first = next.Values.First(double.IsFinite);
            for (var t = next.First; t <= next.Last; t++)
                levels[t] = next[t] / first;
        }
        else if (before.Last >= next.First)
            levels[next.Last] = Splicing.Join(levels, before, next, Enumerable.Range(next.First, before.Last - next.First + 1));
    }

    private ImmutableArray<HedonicValue> Index(double[] levels, int[] deals) =>
        [.. _periods.Select((period, t) => new HedonicValue(period, deals[t], double.IsFinite(levels[t]) ? 100 * levels[t] : null))];

    private bool MovedApart(double[] levels)
    {
        var (now, then) = (levels.Length - 1, levels.Length - 1 - (int)run.Methodology.Frequency);
        return then >= 0 && run.At(_periods[now])?.Aggregate / run.At(_periods[then])?.Aggregate is { } headline
            && Math.Abs(headline / (levels[now] / levels[then]) - 1) > ReviewAbove;
    }
}
