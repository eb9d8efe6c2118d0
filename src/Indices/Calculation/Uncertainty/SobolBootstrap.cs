using System.Runtime.Intrinsics;

namespace Indices.Calculation.Uncertainty;

/// <summary>Bootstrap of <see cref="SobolEstimator"/> over rows. One lane of a vector is one resample, so every resample sums in its own order.</summary>
/// <param name="rows">Rows of f(A), f(B) and f(AB).</param>
internal sealed class SobolBootstrap(int rows)
{
    private readonly Vector256<double>[] _a = new Vector256<double>[rows];
    private readonly Vector256<double>[] _b = new Vector256<double>[rows];
    private readonly Vector256<double>[] _ab = new Vector256<double>[rows];

    /// <summary>Estimates for resamples drawn one after another from one generator.</summary>
    internal (double[] FirstOrder, double[] Total) Estimates(
        ReadOnlySpan<double> a, ReadOnlySpan<double> b, ReadOnlySpan<double> ab, ulong seed, int resamples)
    {
        var (first, total) = (new double[resamples], new double[resamples]);
        for (var start = 0; start < resamples; start += Vector256<double>.Count)
        {
            Draw(a, b, ab, seed, start);
            var (firsts, totals) = Estimate();
            for (var lane = 0; lane < Vector256<double>.Count && start + lane < resamples; lane++)
                (first[start + lane], total[start + lane]) = (firsts[lane], totals[lane]);
        }
        return (first, total);
    }

    // A resample takes one draw for each row; SplitMix64 adds a constant for each draw, so it can start anywhere.
    private void Draw(ReadOnlySpan<double> a, ReadOnlySpan<double> b, ReadOnlySpan<double> ab, ulong seed, int first)
    {
        var each = unchecked((ulong)rows * SplitMix64.Step);
        var states = Vector256.Create(seed) + Vector256.Create((ulong)first, (ulong)first + 1, (ulong)first + 2, (ulong)first + 3) * each;
        var last = Vector256.Create((long)rows - 1);
        for (var row = 0; row < rows; row++)
        {
            var at = Vector256.Min(Vector256.ConvertToInt64(SplitMix64.NextUniforms(ref states) * (double)rows), last);
            var (i, j, k, l) = ((int)at[0], (int)at[1], (int)at[2], (int)at[3]);
            _a[row] = Vector256.Create(a[i], a[j], a[k], a[l]);
            _b[row] = Vector256.Create(b[i], b[j], b[k], b[l]);
            _ab[row] = Vector256.Create(ab[i], ab[j], ab[k], ab[l]);
        }
    }

    private (Vector256<double> FirstOrder, Vector256<double> Total) Estimate()
    {
        var (mean, squares) = (Vector256<double>.Zero, Vector256<double>.Zero);
        foreach (var value in _a)
            mean += value;
        foreach (var value in _b)
            mean += value;
        mean /= Vector256.Create(2.0 * rows);
        foreach (var value in _a)
            squares += (value - mean) * (value - mean);
        foreach (var value in _b)
            squares += (value - mean) * (value - mean);
        var variance = squares / Vector256.Create(2.0 * rows - 1.0);
        var (first, total) = (Vector256<double>.Zero, Vector256<double>.Zero);
        for (var row = 0; row < rows; row++)
        {
            var moved = _ab[row] - _a[row];
            first += (_b[row] - mean) * moved;
            total += moved * moved;
        }
        return (first / Vector256.Create((double)rows) / variance, total / Vector256.Create(2.0 * rows) / variance);
    }
}
