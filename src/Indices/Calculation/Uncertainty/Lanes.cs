using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Indices.Calculation.Uncertainty;

/// <summary>Arithmetic on rows of draws, one lane for each. Strictly lane by lane, so that the width of the vectors cannot change a bit.</summary>
/// <remarks>A block is short and a first release comes early: without full optimisation from the first call most of it would pass in unoptimised code.</remarks>
internal static class Lanes
{
    /// <summary>Vectors in a block: few enough that all buffers of a tree stay in the nearest cache.</summary>
    internal const int Block = 16;

    /// <summary>Draws in a block.</summary>
    internal const int Rows = Block * 4;

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static void AddProduct(Span<Vector256<double>> sum, ReadOnlySpan<Vector256<double>> left, ReadOnlySpan<Vector256<double>> right)
    {
        for (var i = 0; i < sum.Length; i++)
            sum[i] += left[i] * right[i];
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static void AddProduct(Span<Vector256<double>> sum, ReadOnlySpan<Vector256<double>> left, double right)
    {
        for (var i = 0; i < sum.Length; i++)
            sum[i] += left[i] * right;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static void Add(Span<Vector256<double>> sum, ReadOnlySpan<Vector256<double>> values)
    {
        for (var i = 0; i < sum.Length; i++)
            sum[i] += values[i];
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static void Divide(Span<Vector256<double>> values, ReadOnlySpan<Vector256<double>> by)
    {
        for (var i = 0; i < values.Length; i++)
            values[i] /= by[i];
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static void Divide(Span<Vector256<double>> values, double by)
    {
        for (var i = 0; i < values.Length; i++)
            values[i] /= by;
    }

    /// <summary>x^r, or ln x at r = 0: what a mean of power r adds up. The library's own functions, one lane after another.</summary>
    internal static void Raise(Span<Vector256<double>> values, double power)
    {
        if (power == 1.0)
            return;
        foreach (ref var value in MemoryMarshal.Cast<Vector256<double>, double>(values))
            value = Raise(value, power);
    }

    internal static double Raise(double value, double power) => power switch
    {
        1.0 => value,
        0.0 => Math.Log(value),
        _ => Math.Pow(value, power),
    };

    /// <summary>Undoes <see cref="Raise(Span{Vector256{double}}, double)"/>: a mean of power r from its sum.</summary>
    internal static void Lower(Span<Vector256<double>> sums, double power)
    {
        if (power == 1.0)
            return;
        foreach (ref var sum in MemoryMarshal.Cast<Vector256<double>, double>(sums))
            sum = power == 0.0 ? Math.Exp(sum) : Math.Pow(sum, 1.0 / power);
    }
}
