using BenchmarkDotNet.Attributes;
using Indices.Calculation;
using Indices.Observations;

namespace Benchmarks;

/// <summary>One observation of the seed's largest composite changes; the snapshot with the change in it and the index over it are made.</summary>
[InvocationCount(200)]
public class IncrementalBenchmark
{
    private readonly IncrementalIndex _index;
    private readonly Snapshot _snapshot;
    private readonly Observation _newest;
    private readonly Observation _inBase;

    public IncrementalBenchmark()
    {
        var (inputs, index) = DemoInputs.All().Where(inputs => !inputs.Versions[0].IsPrice)
            .Select(inputs => (inputs, new IncrementalIndex(inputs))).MaxBy(i => i.Item2.Result.Scores.Length);
        (_index, _snapshot) = (index, inputs.Snapshot);
        var (version, multiples) = inputs.Versions
            .Select(v => (Version: v, Indicators: v.Root.Indicators.Where(i => i.Worst.BaseMultiple is not null && i.Frequency == v.Frequency).ToArray()))
            .First(v => v.Indicators.Length > 0);
        var series = Measures.All.Select(measure => _snapshot.Series(multiples[0].Code, measure, inputs.Area)).First(view => !view.IsEmpty);
        _newest = series.Observations.Last(o => o.Period.End <= inputs.Last.End);
        _inBase = series.At(version.Base!.In(version.Frequency).Last())!;
        if (Changed(_inBase).Values[0] == _index.Result.Values[0])
            throw new InvalidOperationException($"{_inBase.Series.Indicator} {_inBase.Period} does not move the first value.");
    }

    [Benchmark]
    public IndexResult NewestObservation() => Changed(_newest);

    /// <summary>Moves a goalpost and the base, and so every period.</summary>
    [Benchmark]
    public IndexResult ObservationInBase() => Changed(_inBase);

    private IndexResult Changed(Observation observation) =>
        _index.With(_snapshot.With(_snapshot.AsOf, [observation with { Value = observation.Value * 1.01 }])).Result;
}
