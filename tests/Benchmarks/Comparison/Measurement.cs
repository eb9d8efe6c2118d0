using System.Globalization;
using System.Text.Json;

namespace Benchmarks.Comparison;

/// <summary>One benchmark method as BenchmarkDotNet measured it.</summary>
/// <param name="Allocated">Bytes per call.</param>
internal sealed record Measurement(string BenchmarkClass, string Method, double MedianSeconds, double MinimumSeconds, long Allocated)
{
    private const double NanosecondsPerSecond = 1e9;

    internal static IReadOnlyList<Measurement> Read(string folder) =>
        [.. Files(folder).SelectMany(f => f.RootElement.GetProperty("Benchmarks").EnumerateArray()).Select(One).OfType<Measurement>()];

    /// <summary>Machine and runtime in BenchmarkDotNet's words.</summary>
    internal static (string Processor, int Cores, string Runtime) Machine(string folder)
    {
        var host = Files(folder).First().RootElement.GetProperty("HostEnvironmentInfo");
        return (host.GetProperty("ProcessorName").GetString()!.Trim(),
            host.GetProperty("LogicalCoreCount").GetInt32(),
            host.GetProperty("RuntimeVersion").GetString()!);
    }

    private static IEnumerable<JsonDocument> Files(string folder) =>
        Directory.EnumerateFiles(folder, "*-report-full-compressed.json", SearchOption.AllDirectories)
            .Order(StringComparer.Ordinal).Select(path => JsonDocument.Parse(File.ReadAllText(path)));

    /// <summary>Null when the benchmark failed.</summary>
    private static Measurement? One(JsonElement benchmark) =>
        benchmark.GetProperty("Statistics") is not { ValueKind: JsonValueKind.Object } statistics ? null : new(
            benchmark.GetProperty("Type").GetString()!,
            benchmark.GetProperty(nameof(Method)).GetString()!,
            statistics.GetProperty("Median").GetDouble() / NanosecondsPerSecond,
            statistics.GetProperty("Min").GetDouble() / NanosecondsPerSecond,
            benchmark.GetProperty("Memory").GetProperty("BytesAllocatedPerOperation").GetInt64());
}

/// <summary>What peer_numpy.py measured.</summary>
internal sealed record PeerMeasurement(string What, string Step, double MedianSeconds, double MinimumSeconds, double Checksum)
{
    /// <summary>numpy runs before and after our benchmarks; the faster of the two stands, step by step.</summary>
    internal static IReadOnlyList<PeerMeasurement> Read(string folder) =>
        [.. File.ReadLines(Path.Combine(folder, "peer.csv")).Select(One)
            .GroupBy(m => (m.What, m.Step))
            .Select(g => g.First() with { MedianSeconds = g.Min(m => m.MedianSeconds), MinimumSeconds = g.Min(m => m.MinimumSeconds) })];

    private static PeerMeasurement One(string line)
    {
        var cells = line.Split(',');
        return new(cells[0], cells[1], Number(cells[3]), Number(cells[4]), Number(cells[6]));
    }

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);
}
