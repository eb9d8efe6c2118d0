namespace Benchmarks.Comparison;

/// <summary>One line of the comparison: what is measured, against what, and what is asked of it.</summary>
/// <param name="What">Word on the command line; where <paramref name="HasPeer"/>, also numpy's word for the same work.</param>
/// <param name="BenchmarkClass">Name of the class; a class that is not there is left out of the report.</param>
/// <param name="Ratio">How many times numpy's speed is asked for; null where seconds are.</param>
/// <param name="Seconds">Time asked for; null where a ratio is.</param>
/// <param name="Bytes">Bytes that must be read from memory at the least; null where everything fits the cache.</param>
internal sealed record Goal(string What, string Title, string BenchmarkClass, bool HasPeer, double? Ratio, double? Seconds, long? Bytes)
{
    private const long PanelValues = 200L * 340 * 240;
    private const long GeksValues = 2L * 120 * 20_000;

    internal static IReadOnlyList<Goal> All { get; } =
    [
        new("panel", "Panel: 200 indicators × 340 areas × 240 months, scores, arithmetic and geometric means through three levels",
            "PanelBenchmark", true, 4.0, null,
            // Scores need the minimum and maximum of all values first, and no cache holds the values until then: two readings.
            2 * PanelValues * sizeof(double)),
        new("montecarlo", "Monte Carlo: 1,000 draws on 51 areas × 49 indicators, with ranks and quantiles", "MonteCarloBenchmark", true, 2.0, null, null),
        new("uncertainty", "All six indices, every period, with 8,192 draws for the newest of each", "UncertaintyBenchmark", false, null, 1.0, null),
        new("geks", "GEKS-Törnqvist: 20,000 products × 120 months, full window", "GeksBenchmark", true, 1.0, null, GeksValues * sizeof(double)),
        new("incremental", "One late value: what it changes, computed again", "IncrementalBenchmark", false, null, 0.005, null),
    ];

    internal string Asked => Ratio is { } ratio
        ? FormattableString.Invariant($"≥ {ratio} × numpy")
        : Seconds >= 1 ? FormattableString.Invariant($"< {Seconds} s") : FormattableString.Invariant($"< {Seconds * 1000} ms");

    internal bool IsMet(double seconds, double? peerSeconds) =>
        Ratio is { } ratio ? peerSeconds / seconds >= ratio : seconds < Seconds;
}
