using System.Runtime.CompilerServices;

namespace Indices.Calculation.Elementwise;

/// <summary>Exponential function that has the same bits on every machine, for the reason and in the way of <see cref="DeterministicLog"/>.</summary>
/// <remarks>x = k ln 2 + r with |r| ≤ ½ ln 2; exp x = 2^k (1 + r + r²/2! + … + r¹³/13!). Within one unit of the last place.</remarks>
public static class DeterministicExp
{
    // Within it 2^k and the result are normal numbers; beyond the second every result is 0 or infinite.
    private const double Ordinary = 708.0;
    private const double Far = 800.0;

    private const double OneByLn2 = 1.44269504088896338700;

    // 1.5 · 2^52: a sum with it is rounded to a whole number, which then stands in the low bits.
    private const double Rounder = 6755399441055744.0;
    private const double ExponentOfOne = 1023.0;
    private const int MantissaBits = 52;

    public static double Of(double x) => default(Formula).Of(new OneLane(x)).Value;

    /// <param name="results">As many as <paramref name="values"/>; may be the same.</param>
    public static void Of(ReadOnlySpan<double> values, Span<double> results) => Each.Of(default(Formula), values, results);

    internal readonly struct Formula : IFormula
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public T Of<T>(T x)
            where T : struct, ILanes<T>
        {
            if (!T.AreBetween(x, -Ordinary, Ordinary))
                return OfAny(x);
            var k = Whole(x * T.All(OneByLn2));
            return Fraction(x, k) * PowerOfTwo(k);
        }
    }

    /// <summary>The nearest whole number.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static T Whole<T>(T x)
        where T : struct, ILanes<T> => x + T.All(Rounder) - T.All(Rounder);

    /// <summary>2^k of a whole number within the range of exponents.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static T PowerOfTwo<T>(T k)
        where T : struct, ILanes<T> => T.ShiftBits(k + T.All(Rounder + ExponentOfOne), MantissaBits);

    /// <summary>exp r for r = x − k ln 2. What is lost where the two parts of k ln 2 are taken off is put back behind the first term.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static T Fraction<T>(T x, T k)
        where T : struct, ILanes<T>
    {
        var high = x - k * T.All(DeterministicLog.Ln2High);
        var low = k * T.All(DeterministicLog.Ln2Low);
        var r = high - low;
        var lost = high - r - low;
        return T.All(1.0) + (r + (lost + r * r * RestOfSeries(r)));
    }

    /// <summary>1/2! + r/3! + … + r¹¹/13!, even and odd powers apart.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static T RestOfSeries<T>(T r)
        where T : struct, ILanes<T>
    {
        var square = r * r;
        var (even, odd) = (T.All(1.0 / 479001600.0), T.All(1.0 / 6227020800.0));
        (even, odd) = (even * square + T.All(1.0 / 3628800.0), odd * square + T.All(1.0 / 39916800.0));
        (even, odd) = (even * square + T.All(1.0 / 40320.0), odd * square + T.All(1.0 / 362880.0));
        (even, odd) = (even * square + T.All(1.0 / 720.0), odd * square + T.All(1.0 / 5040.0));
        (even, odd) = (even * square + T.All(1.0 / 24.0), odd * square + T.All(1.0 / 120.0));
        (even, odd) = (even * square + T.All(1.0 / 2.0), odd * square + T.All(1.0 / 6.0));
        return even + r * odd;
    }

    /// <summary>Scaled in two steps, so that neither power of two leaves the range and the result is rounded once.</summary>
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    private static T OfAny<T>(T x)
        where T : struct, ILanes<T>
    {
        var near = T.WhereBetween(x, -Far, Far, x, T.WhereBetween(x, Far, double.PositiveInfinity, T.All(Far), T.All(-Far)));
        var k = Whole(near * T.All(OneByLn2));
        var half = Whole(k * T.All(0.5));
        var scaled = Fraction(near, k) * PowerOfTwo(half) * PowerOfTwo(k - half);
        return T.WhereBetween(x, double.NegativeInfinity, double.PositiveInfinity, scaled, T.All(double.NaN));
    }
}
