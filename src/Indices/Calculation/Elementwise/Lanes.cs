using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Indices.Calculation.Elementwise;

/// <summary>One double: what every processor has.</summary>
internal readonly record struct OneLane(double Value) : ILanes<OneLane>
{
    private const MethodImplOptions Inline = MethodImplOptions.AggressiveInlining;

    [MethodImpl(Inline)]
    public static OneLane All(double value) => new(value);
    [MethodImpl(Inline)]
    public static OneLane operator +(OneLane left, OneLane right) => new(left.Value + right.Value);
    [MethodImpl(Inline)]
    public static OneLane operator -(OneLane left, OneLane right) => new(left.Value - right.Value);
    [MethodImpl(Inline)]
    public static OneLane operator *(OneLane left, OneLane right) => new(left.Value * right.Value);
    [MethodImpl(Inline)]
    public static OneLane operator /(OneLane left, OneLane right) => new(left.Value / right.Value);
    [MethodImpl(Inline)]
    public static OneLane AddBits(OneLane lanes, long bits) => OfBits(unchecked(lanes.Bits + bits));
    [MethodImpl(Inline)]
    public static OneLane AndBits(OneLane lanes, long bits) => OfBits(lanes.Bits & bits);
    [MethodImpl(Inline)]
    public static OneLane OrBits(OneLane lanes, long bits) => OfBits(lanes.Bits | bits);
    [MethodImpl(Inline)]
    public static OneLane ShiftBits(OneLane lanes, int places) => OfBits(places < 0 ? lanes.Bits >>> -places : lanes.Bits << places);
    [MethodImpl(Inline)]
    public static bool AreBetween(OneLane lanes, double least, double greatest) => lanes.Value >= least && lanes.Value <= greatest;
    [MethodImpl(Inline)]
    public static OneLane AtLeast(OneLane lanes, double bound) => lanes.Value < bound ? new(bound) : lanes;
    [MethodImpl(Inline)]
    public static OneLane AtMost(OneLane lanes, double bound) => lanes.Value > bound ? new(bound) : lanes;
    [MethodImpl(Inline)]
    public static OneLane WhereBetween(OneLane lanes, double least, double greatest, OneLane inside, OneLane outside) =>
        AreBetween(lanes, least, greatest) ? inside : outside;

    private long Bits => BitConverter.DoubleToInt64Bits(Value);

    [MethodImpl(Inline)]
    private static OneLane OfBits(long bits) => new(BitConverter.Int64BitsToDouble(bits));
}

internal readonly record struct FourLanes(Vector256<double> Value) : ILanes<FourLanes>
{
    private const MethodImplOptions Inline = MethodImplOptions.AggressiveInlining;

    [MethodImpl(Inline)]
    public static FourLanes All(double value) => new(Vector256.Create(value));
    [MethodImpl(Inline)]
    public static FourLanes operator +(FourLanes left, FourLanes right) => new(left.Value + right.Value);
    [MethodImpl(Inline)]
    public static FourLanes operator -(FourLanes left, FourLanes right) => new(left.Value - right.Value);
    [MethodImpl(Inline)]
    public static FourLanes operator *(FourLanes left, FourLanes right) => new(left.Value * right.Value);
    [MethodImpl(Inline)]
    public static FourLanes operator /(FourLanes left, FourLanes right) => new(left.Value / right.Value);
    [MethodImpl(Inline)]
    public static FourLanes AddBits(FourLanes lanes, long bits) => new((lanes.Value.AsInt64() + Vector256.Create(bits)).AsDouble());
    [MethodImpl(Inline)]
    public static FourLanes AndBits(FourLanes lanes, long bits) => new((lanes.Value.AsInt64() & Vector256.Create(bits)).AsDouble());
    [MethodImpl(Inline)]
    public static FourLanes OrBits(FourLanes lanes, long bits) => new((lanes.Value.AsInt64() | Vector256.Create(bits)).AsDouble());
    [MethodImpl(Inline)]
    public static FourLanes ShiftBits(FourLanes lanes, int places) =>
        new((places < 0 ? lanes.Value.AsInt64() >>> -places : lanes.Value.AsInt64() << places).AsDouble());
    [MethodImpl(Inline)]
    public static bool AreBetween(FourLanes lanes, double least, double greatest) =>
        Mask(lanes, least, greatest).AsInt64() == Vector256<long>.AllBitsSet;
    [MethodImpl(Inline)]
    public static FourLanes AtLeast(FourLanes lanes, double bound) =>
        new(Vector256.ConditionalSelect(Vector256.LessThan(lanes.Value, Vector256.Create(bound)), Vector256.Create(bound), lanes.Value));
    [MethodImpl(Inline)]
    public static FourLanes AtMost(FourLanes lanes, double bound) =>
        new(Vector256.ConditionalSelect(Vector256.GreaterThan(lanes.Value, Vector256.Create(bound)), Vector256.Create(bound), lanes.Value));
    [MethodImpl(Inline)]
    public static FourLanes WhereBetween(FourLanes lanes, double least, double greatest, FourLanes inside, FourLanes outside) =>
        new(Vector256.ConditionalSelect(Mask(lanes, least, greatest), inside.Value, outside.Value));

    [MethodImpl(Inline)]
    private static Vector256<double> Mask(FourLanes lanes, double least, double greatest) =>
        Vector256.GreaterThanOrEqual(lanes.Value, Vector256.Create(least)) & Vector256.LessThanOrEqual(lanes.Value, Vector256.Create(greatest));
}

internal readonly record struct EightLanes(Vector512<double> Value) : ILanes<EightLanes>
{
    private const MethodImplOptions Inline = MethodImplOptions.AggressiveInlining;

    [MethodImpl(Inline)]
    public static EightLanes All(double value) => new(Vector512.Create(value));
    [MethodImpl(Inline)]
    public static EightLanes operator +(EightLanes left, EightLanes right) => new(left.Value + right.Value);
    [MethodImpl(Inline)]
    public static EightLanes operator -(EightLanes left, EightLanes right) => new(left.Value - right.Value);
    [MethodImpl(Inline)]
    public static EightLanes operator *(EightLanes left, EightLanes right) => new(left.Value * right.Value);
    [MethodImpl(Inline)]
    public static EightLanes operator /(EightLanes left, EightLanes right) => new(left.Value / right.Value);
    [MethodImpl(Inline)]
    public static EightLanes AddBits(EightLanes lanes, long bits) => new((lanes.Value.AsInt64() + Vector512.Create(bits)).AsDouble());
    [MethodImpl(Inline)]
    public static EightLanes AndBits(EightLanes lanes, long bits) => new((lanes.Value.AsInt64() & Vector512.Create(bits)).AsDouble());
    [MethodImpl(Inline)]
    public static EightLanes OrBits(EightLanes lanes, long bits) => new((lanes.Value.AsInt64() | Vector512.Create(bits)).AsDouble());
    [MethodImpl(Inline)]
    public static EightLanes ShiftBits(EightLanes lanes, int places) =>
        new((places < 0 ? lanes.Value.AsInt64() >>> -places : lanes.Value.AsInt64() << places).AsDouble());
    [MethodImpl(Inline)]
    public static bool AreBetween(EightLanes lanes, double least, double greatest) =>
        Mask(lanes, least, greatest).AsInt64() == Vector512<long>.AllBitsSet;
    [MethodImpl(Inline)]
    public static EightLanes AtLeast(EightLanes lanes, double bound) =>
        new(Vector512.ConditionalSelect(Vector512.LessThan(lanes.Value, Vector512.Create(bound)), Vector512.Create(bound), lanes.Value));
    [MethodImpl(Inline)]
    public static EightLanes AtMost(EightLanes lanes, double bound) =>
        new(Vector512.ConditionalSelect(Vector512.GreaterThan(lanes.Value, Vector512.Create(bound)), Vector512.Create(bound), lanes.Value));
    [MethodImpl(Inline)]
    public static EightLanes WhereBetween(EightLanes lanes, double least, double greatest, EightLanes inside, EightLanes outside) =>
        new(Vector512.ConditionalSelect(Mask(lanes, least, greatest), inside.Value, outside.Value));

    [MethodImpl(Inline)]
    private static Vector512<double> Mask(EightLanes lanes, double least, double greatest) =>
        Vector512.GreaterThanOrEqual(lanes.Value, Vector512.Create(least)) & Vector512.LessThanOrEqual(lanes.Value, Vector512.Create(greatest));
}
