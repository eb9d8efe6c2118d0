using System.Collections.Immutable;
using BenchmarkDotNet.Attributes;
using Benchmarks.Comparison;
using Indices.Calculation.Prices.Formulas;
using Indices.Time;

namespace Benchmarks;

/// <summary>GEKS-Törnqvist over the full window of a scanner panel: prices that walk at random, gamma quantities.</summary>
public class GeksBenchmark : IPeerWork
{
    private const int Periods = 120;

    private double[][] _prices = null!;
    private double[][] _quantities = null!;
    private ImmutableArray<string> _products;
    private ImmutableArray<Period> _periods;

    [GlobalSetup]
    public void Prepare()
    {
        var numbers = PeerData.Read("geks.bin");
        var products = numbers.Length / 2 / Periods;
        double[][] Rows(int first) => [.. Enumerable.Range(first, Periods).Select(t => numbers[(t * products)..((t + 1) * products)])];
        (_prices, _quantities) = (Rows(0), Rows(Periods));
        _products = [.. Enumerable.Range(0, products).Select(n => $"P{n:00000}")];
        _periods = [.. Enumerable.Range(0, Periods).Select(Period.OfMonth(2015, 1).Plus)];
    }

    /// <summary>A panel of its own for every call: nothing is kept from one to the next.</summary>
    [Benchmark]
    public FormulaSeries Index() => MultilateralFormula.Find("geks_tornqvist")!
        .Series(new PricePanel(_products, _periods, _prices, _quantities), Periods, Splice.Mean);

    /// <summary>The work that numpy's matrix form does: every pair of periods, as it is needed when products are missing.</summary>
    [Benchmark]
    public double[] Pairwise() => Geks.Window(
        Geks.Tornqvist(new PricePanel(_products, _periods, _prices, _quantities).Rows), 0, Periods);

    public double Checksum()
    {
        Prepare();
        return Index().Levels.Sum();
    }
}
