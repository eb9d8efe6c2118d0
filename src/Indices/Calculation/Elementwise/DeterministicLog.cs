using System.Runtime.CompilerServices;

namespace Indices.Calculation.Elementwise;

/// <summary>
/// Natural logarithm that has the same bits on every machine: additions, multiplications and divisions of IEEE 754 in a
/// fixed order. That of a system's library changes its last bit with the library and with the processor.
/// </summary>
/// <remarks>
/// x = 2^k m with √½ ≤ m &lt; √2 and f = m − 1; ln(1 + f) = 2 artanh s with s = f / (2 + f), which is 2s + 2s (s²/3 + s⁴/5 + …).
/// With R for the rest of the series that is f − (f²/2 − s (f²/2 + R)), where the large part is exact (the arrangement of
/// fdlibm's logarithm). Within one unit of the last place. −∞ of zero, NaN of what is negative.
/// </remarks>
public static class DeterministicLog
{
    private const double SmallestNormal = 2.2250738585072014e-308;
    private const double GreatestSubnormal = 2.2250738585072009e-308;
    private const double SubnormalScale = 18014398509481984.0;
    private const double SubnormalShift = 54.0;

    private const int MantissaBits = 52;
    private const long MantissaMask = (1L << MantissaBits) - 1;
    private const long BitsOfOne = 1023L << MantissaBits;
    private const long BitsOfRootHalf = 0x3FE6_A09E_0000_0000;

    // A whole number below 2^52 put into the low bits of 2^52 is that number more.
    private const double TwoTo52 = 4503599627370496.0;
    private const long BitsOfTwoTo52 = 1075L << MantissaBits;

    // ln 2 in two parts; the first ends in so many zeros that k times it is exact.
    internal const double Ln2High = 6.93147180369123816490e-01;
    internal const double Ln2Low = 1.90821492927058770002e-10;

    public static double Of(double x) => default(Formula).Of(new OneLane(x)).Value;

    /// <param name="logs">As many as <paramref name="values"/>; may be the same.</param>
    public static void Of(ReadOnlySpan<double> values, Span<double> logs) => Each.Of(default(Formula), values, logs);

    internal readonly struct Formula : IFormula
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public T Of<T>(T x)
            where T : struct, ILanes<T> =>
            T.AreBetween(x, SmallestNormal, double.MaxValue) ? OfNormal(x, T.All(0.0)) : OfAny(x);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static T OfNormal<T>(T x, T shift)
        where T : struct, ILanes<T>
    {
        var shifted = T.AddBits(x, BitsOfOne - BitsOfRootHalf);
        var k = T.OrBits(T.ShiftBits(shifted, -MantissaBits), BitsOfTwoTo52) - T.All(TwoTo52 + 1023.0) - shift;
        var m = T.AddBits(T.AndBits(shifted, MantissaMask), BitsOfRootHalf);
        var f = m - T.All(1.0);
        var s = f / (T.All(2.0) + f);
        var halfSquare = T.All(0.5) * f * f;
        var inner = s * (halfSquare + RestOfSeries(s * s)) + k * T.All(Ln2Low);
        return k * T.All(Ln2High) - (halfSquare - inner - f);
    }

    /// <summary>2 (z/3 + z²/5 + … + z¹⁰/21), odd and even powers apart; the term after them is below 2⁻⁵⁹ of the sum, as z is at most 0.0295.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static T RestOfSeries<T>(T z)
        where T : struct, ILanes<T>
    {
        var square = z * z;
        var (odd, even) = (T.All(2.0 / 19.0), T.All(2.0 / 21.0));
        (odd, even) = (odd * square + T.All(2.0 / 15.0), even * square + T.All(2.0 / 17.0));
        (odd, even) = (odd * square + T.All(2.0 / 11.0), even * square + T.All(2.0 / 13.0));
        (odd, even) = (odd * square + T.All(2.0 / 7.0), even * square + T.All(2.0 / 9.0));
        (odd, even) = (odd * square + T.All(2.0 / 3.0), even * square + T.All(2.0 / 5.0));
        return z * odd + square * even;
    }

    /// <summary>Zero, negative, infinite, subnormal or not a number in some lane.</summary>
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    private static T OfAny<T>(T x)
        where T : struct, ILanes<T>
    {
        var normal = T.WhereBetween(x, SmallestNormal, double.MaxValue, x, T.All(1.0));
        normal = T.WhereBetween(x, double.Epsilon, GreatestSubnormal, x * T.All(SubnormalScale), normal);
        var log = OfNormal(normal, T.WhereBetween(x, double.Epsilon, GreatestSubnormal, T.All(SubnormalShift), T.All(0.0)));
        log = T.WhereBetween(x, 0.0, 0.0, T.All(double.NegativeInfinity), log);
        log = T.WhereBetween(x, double.PositiveInfinity, double.PositiveInfinity, x, log);
        return T.WhereBetween(x, 0.0, double.PositiveInfinity, log, T.All(double.NaN));
    }
}
