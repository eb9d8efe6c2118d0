using System.Globalization;
using System.Text;

namespace Benchmarks.Comparison;

/// <summary>Writes docs/benchmarks.md from one run of compare.sh. Ratios come first; times are those of one machine.</summary>
internal static class ComparisonReport
{
    private const double Agreement = 1e-9;

    /// <param name="folder">Holds peer.csv, numpy.txt, handed-over numbers and BenchmarkDotNet's results.</param>
    internal static string Of(string folder)
    {
        var (own, peers) = (Measurement.Read(folder), PeerMeasurement.Read(folder));
        var (processor, cores, runtime) = Measurement.Machine(folder);
        var memory = own.Where(m => m.BenchmarkClass == nameof(MemoryBenchmark)).ToDictionary(m => m.Method);
        var text = new StringBuilder(Invariant($"""
            # Benchmarks

            Written by `tests/Benchmarks/compare.sh`, which runs our benchmarks, numpy on the same numbers and the memory
            benchmark in one go. Look at the ratios; the times are those of one machine on one day. Times are medians; numpy
            runs before and after ours and the faster of the two counts. Making the data is outside of every time.

            Machine: {processor}, {cores} logical cores, {runtime}; {File.ReadAllText(Path.Combine(folder, "numpy.txt")).Trim()}.


            """));
        AppendMemory(text, memory);
        AppendRatios(text, own, peers);
        AppendLimits(text, own, Bandwidth(memory));
        AppendChecks(text, peers);
        AppendSteps(text, peers);
        return text.ToString();
    }

    private static void AppendMemory(StringBuilder text, Dictionary<string, Measurement> memory)
    {
        text.Append("Memory, streaming 256 MiB:\n\n| | GB/s |\n|---|---|\n");
        foreach (var (method, name, bytes) in new[]
        {
            (nameof(MemoryBenchmark.Read), "read, one thread", MemoryBenchmark.Bytes),
            (nameof(MemoryBenchmark.ReadByTwo), "read, two threads", MemoryBenchmark.Bytes),
            (nameof(MemoryBenchmark.Copy), "copy, one thread (read and written)", 2 * MemoryBenchmark.Bytes),
        })
            text.Append(Invariant($"| {name} | {bytes / memory[method].MinimumSeconds / 1e9:F1} |\n"));
    }

    private static void AppendRatios(StringBuilder text, IReadOnlyList<Measurement> own, IReadOnlyList<PeerMeasurement> peers)
    {
        text.Append("\n## Against what is asked\n\n| work | | asked | × numpy's speed | ours, ms | fastest | numpy, ms | fastest | met |\n|---|---|---|---|---|---|---|---|---|\n");
        foreach (var (goal, ours) in Lines(own))
        {
            var peer = TotalOf(goal, peers);
            text.Append(Invariant($"| {goal.Title} | {ours.Method} | {goal.Asked} | {(peer is null ? "–" : Invariant($"**{peer.MedianSeconds / ours.MedianSeconds:F1}**"))} "))
                .Append(Invariant($"| {Ms(ours.MedianSeconds)} | {Ms(ours.MinimumSeconds)} | {Ms(peer?.MedianSeconds)} | {Ms(peer?.MinimumSeconds)} "))
                .Append(goal.IsMet(ours.MedianSeconds, peer?.MedianSeconds) ? "| yes |\n" : "| **no** |\n");
        }
    }

    /// <summary>How far from the time in which the memory alone could deliver the bytes.</summary>
    private static void AppendLimits(StringBuilder text, IReadOnlyList<Measurement> own, Func<string, double> bandwidth)
    {
        text.Append("\n## Against the machine\n\n| work | | bytes to read, MB | physical limit, ms | ours is × the limit | allocated per call, MB |\n|---|---|---|---|---|---|\n");
        foreach (var (goal, ours) in Lines(own))
        {
            var limit = goal.Bytes / bandwidth(ours.Method);
            text.Append(Invariant($"| {goal.What} | {ours.Method} | {(goal.Bytes is { } bytes ? Invariant($"{bytes / 1e6:F1}") : "in cache")} "))
                .Append(Invariant($"| {Ms(limit)} | {(limit is { } least ? Invariant($"{ours.MedianSeconds / least:F1}") : "–")} | {ours.Allocated / 1e6:F2} |\n"));
        }
    }

    private static void AppendChecks(StringBuilder text, IReadOnlyList<PeerMeasurement> peers)
    {
        text.Append("\n## The same work\n\n| work | sum of our results | sum of numpy's | apart |\n|---|---|---|---|\n");
        foreach (var goal in Goal.All.Where(g => g.HasPeer))
        {
            if (TotalOf(goal, peers) is not { } peer || ClassOf(goal) is not { } type || Activator.CreateInstance(type) is not IPeerWork work)
                continue;
            var ours = work.Checksum();
            var apart = Math.Abs(ours / peer.Checksum - 1.0);
            if (!(apart <= Agreement))
                throw new InvalidOperationException(Invariant($"{goal.What}: our sum is {ours:R}, numpy's {peer.Checksum:R}: not the same work."));
            text.Append(Invariant($"| {goal.What} | {ours:R} | {peer.Checksum:R} | {apart:E1} |\n"));
        }
    }

    private static void AppendSteps(StringBuilder text, IReadOnlyList<PeerMeasurement> peers)
    {
        text.Append("\n## numpy by steps\n\n| work | step | ms | fastest |\n|---|---|---|---|\n");
        foreach (var peer in peers)
            text.Append(Invariant($"| {peer.What} | {peer.Step} | {Ms(peer.MedianSeconds)} | {Ms(peer.MinimumSeconds)} |\n"));
    }

    private static IEnumerable<(Goal Goal, Measurement Ours)> Lines(IReadOnlyList<Measurement> own) =>
        Goal.All.SelectMany(goal => own.Where(m => m.BenchmarkClass == goal.BenchmarkClass), (goal, ours) => (goal, ours));

    // The last step is the total where there are several.
    private static PeerMeasurement? TotalOf(Goal goal, IReadOnlyList<PeerMeasurement> peers) => peers.LastOrDefault(p => p.What == goal.What);

    private static Type? ClassOf(Goal goal) => typeof(Goal).Assembly.GetType($"{nameof(Benchmarks)}.{goal.BenchmarkClass}");

    /// <summary>Bytes a second for a method: a name that ends in ByTwo runs on two threads.</summary>
    private static Func<string, double> Bandwidth(Dictionary<string, Measurement> memory) => method => MemoryBenchmark.Bytes
        / memory[method.EndsWith("ByTwo", StringComparison.Ordinal) ? nameof(MemoryBenchmark.ReadByTwo) : nameof(MemoryBenchmark.Read)].MinimumSeconds;

    private static string Ms(double? seconds) => seconds is { } s ? Invariant($"{s * 1000:G4}") : "–";

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
