namespace Indices.Calculation.Elementwise;

/// <summary>
/// Doubles side by side, as many as the type holds. Every operation treats each of them by itself and exactly as IEEE 754
/// says, so that a formula written once gives the same bits one by one, four by four and eight by eight.
/// </summary>
/// <remarks>There is no sum over the lanes and no fused multiply-add: those change bits between machines.</remarks>
internal interface ILanes<T>
    where T : struct, ILanes<T>
{
    /// <summary>The same number in all of them.</summary>
    static abstract T All(double value);

    static abstract T operator +(T left, T right);

    static abstract T operator -(T left, T right);

    static abstract T operator *(T left, T right);

    static abstract T operator /(T left, T right);

    /// <summary>The bits as a whole number, plus another.</summary>
    static abstract T AddBits(T lanes, long bits);

    static abstract T AndBits(T lanes, long bits);

    static abstract T OrBits(T lanes, long bits);

    /// <summary>The bits moved towards the greater places; to the lesser when negative.</summary>
    static abstract T ShiftBits(T lanes, int places);

    /// <summary>Whether each lies between the bounds, these included; a missing number lies nowhere.</summary>
    static abstract bool AreBetween(T lanes, double least, double greatest);

    /// <summary>The bound where a number is less; a missing number stays missing.</summary>
    static abstract T AtLeast(T lanes, double bound);

    /// <summary>The bound where a number is greater; a missing number stays missing.</summary>
    static abstract T AtMost(T lanes, double bound);

    /// <summary>Where a number lies between the bounds the one, elsewhere the other.</summary>
    static abstract T WhereBetween(T lanes, double least, double greatest, T inside, T outside);
}
