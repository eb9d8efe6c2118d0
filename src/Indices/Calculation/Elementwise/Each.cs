using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Indices.Calculation.Elementwise;

/// <summary>A formula for each number by itself.</summary>
internal interface IFormula
{
    T Of<T>(T x)
        where T : struct, ILanes<T>;
}

/// <summary>A formula for each number and what stands at its place so far.</summary>
internal interface IUpdate
{
    T Of<T>(T soFar, T x)
        where T : struct, ILanes<T>;
}

/// <summary>Applies a formula to each of many numbers, as many at once as the processor takes. The bits do not tell how many.</summary>
internal static class Each
{
    /// <param name="results">As many as <paramref name="values"/>; may be the same.</param>
    internal static void Of<TFormula>(TFormula formula, ReadOnlySpan<double> values, Span<double> results)
        where TFormula : struct, IFormula
    {
        var done = 0;
        if (Vector512.IsHardwareAccelerated)
            done += By<TFormula, EightLanes>(formula, values, results);
        if (Vector256.IsHardwareAccelerated)
            done += By<TFormula, FourLanes>(formula, values[done..], results[done..]);
        By<TFormula, OneLane>(formula, values[done..], results[done..]);
    }

    /// <param name="results">As many as <paramref name="values"/>; what stands there so far goes into the formula.</param>
    internal static void Update<TUpdate>(TUpdate update, ReadOnlySpan<double> values, Span<double> results)
        where TUpdate : struct, IUpdate
    {
        var done = 0;
        if (Vector512.IsHardwareAccelerated)
            done += UpdateBy<TUpdate, EightLanes>(update, values, results);
        if (Vector256.IsHardwareAccelerated)
            done += UpdateBy<TUpdate, FourLanes>(update, values[done..], results[done..]);
        UpdateBy<TUpdate, OneLane>(update, values[done..], results[done..]);
    }

    // A loop is compiled by itself and whole: taken into its caller, the compiler's allowance for taking in runs out and the
    // operations on lanes remain calls, five times as slow.
    /// <returns>How many were done: all but those too few to fill the lanes.</returns>
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    internal static int By<TFormula, T>(TFormula formula, ReadOnlySpan<double> values, Span<double> results)
        where TFormula : struct, IFormula
        where T : struct, ILanes<T>
    {
        var from = MemoryMarshal.Cast<double, T>(values);
        var to = MemoryMarshal.Cast<double, T>(results)[..from.Length];
        for (var i = 0; i < from.Length; i++)
            to[i] = formula.Of(from[i]);
        return from.Length * (Unsafe.SizeOf<T>() / sizeof(double));
    }

    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    private static int UpdateBy<TUpdate, T>(TUpdate update, ReadOnlySpan<double> values, Span<double> results)
        where TUpdate : struct, IUpdate
        where T : struct, ILanes<T>
    {
        var from = MemoryMarshal.Cast<double, T>(values);
        var to = MemoryMarshal.Cast<double, T>(results)[..from.Length];
        for (var i = 0; i < from.Length; i++)
            to[i] = update.Of(to[i], from[i]);
        return from.Length * (Unsafe.SizeOf<T>() / sizeof(double));
    }
}
