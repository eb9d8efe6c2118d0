using System.Runtime.CompilerServices;
using Indices.Calculation.Elementwise;

namespace Indices.Calculation.Panel;

/// <summary>A generalised mean as what is summed of each child and what is made of the weighted sum. A negative child has no term (NaN) unless r = 1.</summary>
internal interface IMean
{
    static abstract T Term<T>(T child, double power)
        where T : struct, ILanes<T>;

    static abstract T Mean<T>(T sum, double power)
        where T : struct, ILanes<T>;
}

internal readonly struct ArithmeticMean : IMean
{
    public static T Term<T>(T child, double power)
        where T : struct, ILanes<T> => child;

    public static T Mean<T>(T sum, double power)
        where T : struct, ILanes<T> => sum;
}

/// <summary>exp Σ w ln x.</summary>
internal readonly struct GeometricMean : IMean
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Term<T>(T child, double power)
        where T : struct, ILanes<T> => default(DeterministicLog.Formula).Of(child);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Mean<T>(T sum, double power)
        where T : struct, ILanes<T> => default(DeterministicExp.Formula).Of(sum);
}

/// <summary>1 / Σ (w / x).</summary>
internal readonly struct HarmonicMean : IMean
{
    public static T Term<T>(T child, double power)
        where T : struct, ILanes<T> => T.WhereBetween(child, 0.0, double.PositiveInfinity, T.All(1.0) / child, T.All(double.NaN));

    public static T Mean<T>(T sum, double power)
        where T : struct, ILanes<T> => T.All(1.0) / sum;
}

/// <summary>(Σ w x^r)^(1/r) with x^r = exp(r ln x).</summary>
internal readonly struct PowerMean : IMean
{
    public static T Term<T>(T child, double power)
        where T : struct, ILanes<T> => default(DeterministicExp.Formula).Of(T.All(power) * default(DeterministicLog.Formula).Of(child));

    public static T Mean<T>(T sum, double power)
        where T : struct, ILanes<T> => default(DeterministicExp.Formula).Of(default(DeterministicLog.Formula).Of(sum) / T.All(power));
}

/// <summary>Σ + w · term(x); where x is missing the sum as it is, or none.</summary>
internal readonly record struct AddTerm<TMean>(double Weight, double Power, MissingChildren Missing) : IUpdate
    where TMean : IMean
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T Of<T>(T soFar, T x)
        where T : struct, ILanes<T>
    {
        // Missing children are common and logarithms of them slow.
        var child = T.WhereBetween(x, double.NegativeInfinity, double.PositiveInfinity, x, T.All(1.0));
        var sum = soFar + T.All(Weight) * TMean.Term(child, Power);
        var without = Missing == MissingChildren.RescaleWeights ? soFar : T.All(double.NaN);
        return T.WhereBetween(x, double.NegativeInfinity, double.PositiveInfinity, sum, without);
    }
}

/// <summary>Σ + w where x is not missing.</summary>
internal readonly record struct AddWeight(double Weight) : IUpdate
{
    public T Of<T>(T soFar, T x)
        where T : struct, ILanes<T> => T.WhereBetween(x, double.NegativeInfinity, double.PositiveInfinity, soFar + T.All(Weight), soFar);
}

/// <summary>Σ / weight.</summary>
internal readonly struct DivideBy : IUpdate
{
    public T Of<T>(T soFar, T x)
        where T : struct, ILanes<T> => soFar / x;
}

/// <summary>What is made of the weighted mean of the terms.</summary>
internal readonly record struct Value<TMean>(double Power) : IFormula
    where TMean : IMean
{
    public T Of<T>(T x)
        where T : struct, ILanes<T> => TMean.Mean(x, Power);
}
