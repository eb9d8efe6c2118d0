using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using BenchmarkDotNet.Attributes;

namespace Benchmarks;

/// <summary>What this machine's memory gives: the physical limit of everything else. Far more than any cache holds.</summary>
public class MemoryBenchmark
{
    /// <summary>Bytes that each benchmark reads; the copy writes as many.</summary>
    public const long Bytes = 1L << 28;

    private readonly double[] _from = new double[Bytes / sizeof(double)];
    private readonly double[] _to = new double[Bytes / sizeof(double)];

    [GlobalSetup]
    public void Fill()
    {
        Array.Fill(_from, 1.0);
        Array.Fill(_to, 2.0);
    }

    [Benchmark]
    public double Read() => Sum(_from);

    [Benchmark]
    public double ReadByTwo()
    {
        var half = _from.Length / 2;
        var sums = new double[2];
        Parallel.For(0, 2, i => sums[i] = Sum(_from.AsSpan(i * half, half)));
        return sums[0] + sums[1];
    }

    [Benchmark]
    public void Copy() => _from.CopyTo(_to, 0);

    // Four chains of additions, so that memory and not the latency of an addition is measured.
    private static double Sum(ReadOnlySpan<double> values)
    {
        var vectors = MemoryMarshal.Cast<double, Vector512<double>>(values);
        var (a, b, c, d) = (Vector512<double>.Zero, Vector512<double>.Zero, Vector512<double>.Zero, Vector512<double>.Zero);
        for (var i = 0; i + 3 < vectors.Length; i += 4)
        {
            a += vectors[i];
            b += vectors[i + 1];
            c += vectors[i + 2];
            d += vectors[i + 3];
        }
        return Vector512.Sum(a + b + c + d);
    }
}
