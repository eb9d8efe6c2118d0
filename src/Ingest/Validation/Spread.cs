using Indices.Calculation.Statistics;

namespace Ingest.Validation;

/// <summary>Where changes of a series usually lie: their median, and the deviation that a normal distribution with the same median absolute deviation has.</summary>
internal readonly record struct Spread(double Median, double Deviation)
{
    /// <summary>From so many changes on the series' own deviation is trusted.</summary>
    private const int Enough = 8;

    private const double NormalConsistency = 1.4826;

    /// <param name="floor">Least deviation of a series with enough changes: one that hardly moves must not make every move suspicious.</param>
    /// <param name="floorOfFew">The same where there are too few changes to say.</param>
    internal static Spread Of(IReadOnlyList<double> changes, double floor, double floorOfFew)
    {
        if (changes.Count == 0)
            return new(0, floorOfFew);
        var median = Quantiles.Of([.. changes], 0.5);
        var deviation = NormalConsistency * Quantiles.Of([.. changes.Select(c => Math.Abs(c - median))], 0.5);
        return new(median, Math.Max(deviation, changes.Count < Enough ? floorOfFew : floor));
    }

    /// <summary>How many deviations a change over some periods lies from what is usual over as many.</summary>
    internal double Deviations(double change, int periods) => (change - Median * periods) / (Deviation * Math.Sqrt(periods));
}
