using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Indices.Calculation.Uncertainty;

/// <summary>Bootstrap of <see cref="SobolEstimator"/> over rows. One lane of a vector is one resample, so every resample sums in its own order; eight at once, as each addition waits for the one before.</summary>
/// <param name="rows">Rows of f(A), f(B) and f(AB).</param>
internal sealed class SobolBootstrap(int rows)
{
    private readonly Vector512<double>[] _a = new Vector512<double>[rows];
    private readonly Vector512<double>[] _b = new Vector512<double>[rows];
    private readonly Vector512<double>[] _ab = new Vector512<double>[rows];

    /// <summary>Estimates for resamples drawn one after another from one generator.</summary>
    internal (double[] FirstOrder, double[] Total) Estimates(
        ReadOnlySpan<double> a, ReadOnlySpan<double> b, ReadOnlySpan<double> ab, ulong seed, int resamples)
    {
        var (first, total) = (new double[resamples], new double[resamples]);
        // An input that nothing depends on has no share in any resample.
        if (ab.SequenceEqual(a))
            return (first, total);
        for (var start = 0; start < resamples; start += Vector512<double>.Count)
        {
            var (firsts, totals) = Estimate(Draw(a, b, ab, seed, start));
            for (var lane = 0; lane < Vector512<double>.Count && start + lane < resamples; lane++)
                (first[start + lane], total[start + lane]) = (firsts[lane], totals[lane]);
        }
        return (first, total);
    }

    // A resample takes one draw for each row; SplitMix64 adds a constant for each draw, so it can start anywhere.
    /// <returns>Σ f(A): what the mean starts with is added up on the way.</returns>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private Vector512<double> Draw(ReadOnlySpan<double> a, ReadOnlySpan<double> b, ReadOnlySpan<double> ab, ulong seed, int first)
    {
        var each = unchecked((ulong)rows * SplitMix64.Step);
        var states = Vector512.Create(seed) + (Vector512.Create((ulong)first) + Vector512<ulong>.Indices) * each;
        var last = Vector512.Create((long)rows - 1);
        var sum = Vector512<double>.Zero;
        for (var row = 0; row < rows; row++)
        {
            // The native conversion differs only where a number is out of range, and none is.
            var at = Vector512.Min(Vector512.ConvertToInt64Native(SplitMix64.NextUniforms(ref states) * (double)rows), last);
            (_a[row], _b[row], _ab[row]) = (Gather(a, at), Gather(b, at), Gather(ab, at));
            sum += _a[row];
        }
        return sum;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<double> Gather(ReadOnlySpan<double> values, Vector512<long> at) => unchecked(Vector512.Create(
        values[(int)at[0]], values[(int)at[1]], values[(int)at[2]], values[(int)at[3]],
        values[(int)at[4]], values[(int)at[5]], values[(int)at[6]], values[(int)at[7]]));

    /// <summary>As <see cref="SobolEstimator"/>, in as few passes as the sums allow: each waits for the addition before it, so what can be added up side by side is.</summary>
    /// <param name="sum">Σ f(A).</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private (Vector512<double> FirstOrder, Vector512<double> Total) Estimate(Vector512<double> sum)
    {
        foreach (var value in _b)
            sum += value;
        var mean = sum / Vector512.Create(2.0 * rows);
        var squares = Vector512<double>.Zero;
        foreach (var value in _a)
            squares += (value - mean) * (value - mean);
        var (first, total) = (Vector512<double>.Zero, Vector512<double>.Zero);
        for (var row = 0; row < rows; row++)
        {
            var centred = _b[row] - mean;
            var moved = _ab[row] - _a[row];
            squares += centred * centred;
            first += centred * moved;
            total += moved * moved;
        }
        var variance = squares / Vector512.Create(2.0 * rows - 1.0);
        return (first / Vector512.Create((double)rows) / variance, total / Vector512.Create(2.0 * rows) / variance);
    }
}
