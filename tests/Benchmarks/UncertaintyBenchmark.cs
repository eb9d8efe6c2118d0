using BenchmarkDotNet.Attributes;
using Indices.Calculation;
using Indices.Calculation.Uncertainty;

namespace Benchmarks;

/// <summary>All indices of the seed from a loaded snapshot of the demonstration: every period calculated, and the draws for the newest one.</summary>
public class UncertaintyBenchmark
{
    private readonly IReadOnlyList<IndexInputs> _inputs = DemoInputs.All();

    [Benchmark]
    public int SixIndices()
    {
        var draws = 0;
        foreach (var inputs in _inputs)
        {
            var result = IndexCalculator.Calculate(inputs);
            if (inputs.Versions[^1].Uncertainty is { } rule && UncertaintyAnalysis.Run(inputs, result, rule) is { } uncertainty)
                draws += uncertainty.Draws;
        }
        return draws;
    }
}
