using Indices.Calculation;
using Indices.Time;
using TestSupport;

namespace Indices.Tests.Calculation.Prices.Disclosure.Attack;

/// <summary>
/// Knows the method, every weight, amount and date, who dealt in which cell, and each price to within a percentage point;
/// reads everything published of all periods at once and asks a linear program how far a price may still be off.
/// </summary>
internal sealed class Attacker
{
    /// <summary>Percentage points around the truth that were open before publication.</summary>
    private const double Open = 1;

    private const double Step = 1e-3;

    private readonly Market _market;
    private readonly List<(double[] Coefficients, double Low, double High)> _sums = [];

    /// <param name="published">Intervals by figure.</param>
    internal Attacker(Market market, IReadOnlyDictionary<string, (double Low, double High)> published)
    {
        _market = market;
        var exact = Exact(market);
        var (up, down) = (Moved(Step), Moved(-Step));
        foreach (var (name, interval) in published.OrderBy(f => f.Key, StringComparer.Ordinal))
        {
            double[] slopes = [.. Enumerable.Range(0, market.Deals.Length).Select(d => Slope(up[d][name] - down[d][name]))];
            if (slopes.Any(s => s != 0))
                _sums.Add((slopes, interval.Low - exact[name], interval.High - exact[name]));
        }
    }

    /// <summary>Share of what was open before that is still open of an average of prices, 0 to 1.</summary>
    /// <param name="average">Weights of deals, adding up to 1.</param>
    /// <param name="known">Deals whose price the reader knows anyway.</param>
    internal double StillOpen(double[] average, Func<int, bool> known)
    {
        double[] limits = [.. Enumerable.Range(0, _market.Deals.Length).Select(d => known(d) ? 0 : Open)];
        double Furthest(int sign) => new BoundedProgram(limits, _sums).Maximum([.. average.Select(w => sign * w)]);
        return (Furthest(1) + Furthest(-1)) / (2 * Open);
    }

    // What the last bits make of a figure that does not move is no slope.
    private static double Slope(double difference) => Math.Abs(difference) < 1e-8 ? 0 : difference / (2 * Step);

    private static Dictionary<string, double> Exact(Market market) => Figures.Exact(IndexCalculator.Calculate(market.Inputs));

    private List<Dictionary<string, double>> Moved(double change) =>
        [.. Enumerable.Range(0, _market.Deals.Length).Select(d => Exact(_market.With(d, change)))];
}
