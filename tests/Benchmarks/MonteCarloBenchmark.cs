using System.Collections.Immutable;
using BenchmarkDotNet.Attributes;
using Benchmarks.Comparison;
using Indices.Calculation.Lab;
using Indices.Calculation.Lab.Normalisations;
using Indices.Calculation.Lab.Robustness;
using Indices.Methodology;

namespace Benchmarks;

/// <summary>Index of 51 countries under 1,000 drawn methods: normalisation, mean and all weights, with ranks and the quantiles of both.</summary>
public class MonteCarloBenchmark : IPeerWork
{
    private const int DrawCount = 1_000;

    private RobustnessPlan _plan = null!;

    [GlobalSetup]
    public void Prepare()
    {
        var tree = Tree(PeerData.ReadTree("montecarlo-tree.bin"));
        var values = PeerData.Read("montecarlo.bin");
        var units = values.Length / tree.Indicators;
        var table = new UnitTable(
            [.. Enumerable.Range(0, units).Select(unit => $"U{unit}")],
            tree.Codes[..tree.Indicators],
            [.. Enumerable.Range(0, tree.Indicators).Select(j => (ImmutableArray<double>)[.. values.AsSpan(j * units, units)])]);
        _plan = new(
            tree,
            [table.MapColumns(x => Scaling.MinMax(x, 1, 100)), table.MapColumns(x => Scaling.Floored(Scaling.ZScore(x, 50, 15), 1))],
            [RobustnessPlan.Throughout(tree, 1.0), RobustnessPlan.Throughout(tree, 0.0)],
            DrawCount,
            RobustnessPlan.Random(tree, tables: 2, schemes: 2, spread: 0.25, seed: 1));
    }

    [Benchmark]
    public ImmutableArray<UnitRobustness> Draws() => RobustnessRun.Of(_plan).Bands();

    /// <summary>Of numpy's own draws: its quantiles and mean rank come out.</summary>
    public double Checksum()
    {
        Prepare();
        var draws = PeerData.Read("montecarlo-draws.bin");
        var width = draws.Length / DrawCount;
        var run = RobustnessRun.Of(_plan with
        {
            Parameters = (draw, weights) =>
            {
                var drawn = draws.AsSpan(draw * width, width);
                drawn[2..].CopyTo(weights);
                return new((int)drawn[0], (int)drawn[1]);
            },
        });
        var ranks = Enumerable.Range(0, run.Units.Length).Average(unit => run.Ranks(unit).ToArray().Average());
        return run.Bands().Sum(unit => unit.Scores.Low + unit.Scores.Median + unit.Scores.High) + ranks;
    }

    private static LabTree Tree(IReadOnlyList<(int[] Parent, double[] Weight)> levels)
    {
        var groups = ImmutableArray.CreateBuilder<LabGroup>();
        var (first, next) = (0, levels[0].Parent.Length);
        for (var level = 0; level < levels.Count; level++)
        {
            var parents = levels[level].Parent;
            for (var group = 0; group <= parents.Max(); group++)
                groups.Add(new(next + group, $"G{level}.{group}",
                    [.. Enumerable.Range(0, parents.Length).Where(child => parents[child] == group).Select(child => first + child)],
                    Aggregation.Arithmetic, level + 1));
            (first, next) = (next, next + parents.Max() + 1);
        }
        return new(
            [.. Enumerable.Range(0, levels[0].Parent.Length).Select(j => $"I{j}"), .. groups.Select(group => group.Code)],
            [.. levels.SelectMany(level => level.Weight), 1.0],
            groups.ToImmutable());
    }
}
