using BenchmarkDotNet.Columns;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Diagnosers;
using BenchmarkDotNet.Exporters.Json;
using BenchmarkDotNet.Jobs;

namespace Benchmarks;

internal static class BenchmarkConfig
{
    /// <summary>Few iterations of one call each: a call takes milliseconds to seconds, and numpy is measured the same way.</summary>
    internal static IConfig Create() => ManualConfig.Create(DefaultConfig.Instance)
        // Every benchmark class is built into a program of its own; a busy machine needs longer for that than the usual two minutes.
        .WithBuildTimeout(TimeSpan.FromMinutes(10))
        .AddJob(Job.Default.WithInvocationCount(1).WithUnrollFactor(1).WithWarmupCount(4).WithIterationCount(15))
        .AddDiagnoser(new MemoryDiagnoser(new MemoryDiagnoserConfig(displayGenColumns: false)))
        .AddColumn(StatisticColumn.Min, StatisticColumn.Median)
        .AddExporter(JsonExporter.FullCompressed);
}
