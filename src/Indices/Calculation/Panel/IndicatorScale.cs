using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Indices.Methodology;

namespace Indices.Calculation.Panel;

/// <summary>What one indicator is scored between (methodology, section 4).</summary>
/// <param name="Worst">In the indicator's own unit; above <paramref name="Best"/> when less is better.</param>
/// <param name="CapAtBest">No score above that of the best goalpost.</param>
public readonly record struct IndicatorScale(double Worst, double Best, GoalpostScale Scale = GoalpostScale.Linear, bool CapAtBest = false)
{
    /// <summary>As a methodology file states them.</summary>
    /// <exception cref="ArgumentException">A goalpost is a multiple of a base that must be known first.</exception>
    public static IndicatorScale Of(Indicator indicator) => indicator is { Worst.Number: { } worst, Best.Number: { } best }
        ? new(worst, best, indicator.Scale, indicator.CapAtBest)
        : throw new ArgumentException($"The goalposts of {indicator.Code} are not numbers.", nameof(indicator));

    /// <summary>From the least to the greatest of the values given, or back; missing values take no part.</summary>
    /// <remarks>The order in which minima and maxima are taken changes nothing, so four are taken side by side.</remarks>
    /// <returns>Goalposts that score nothing (NaN) when there is no value.</returns>
    public static IndicatorScale MinMax(ReadOnlySpan<double> values, Direction direction)
    {
        var (least, greatest) = Extremes(values);
        return least > greatest ? new(double.NaN, double.NaN)
            : direction == Direction.Positive ? new(least, greatest) : new(greatest, least);
    }

    private static (double Least, double Greatest) Extremes(ReadOnlySpan<double> values)
    {
        var vectors = MemoryMarshal.Cast<double, Vector512<double>>(values);
        var leasts = Vector512.Create(double.PositiveInfinity);
        var greatests = Vector512.Create(double.NegativeInfinity);
        foreach (var x in vectors)
        {
            leasts = Vector512.ConditionalSelect(Vector512.LessThan(x, leasts), x, leasts);
            greatests = Vector512.ConditionalSelect(Vector512.GreaterThan(x, greatests), x, greatests);
        }
        var (least, greatest) = (double.PositiveInfinity, double.NegativeInfinity);
        for (var lane = 0; lane < Vector512<double>.Count; lane++)
            (least, greatest) = (Math.Min(least, leasts[lane]), Math.Max(greatest, greatests[lane]));
        foreach (var x in values[(vectors.Length * Vector512<double>.Count)..])
            (least, greatest) = (x < least ? x : least, x > greatest ? x : greatest);
        return (least, greatest);
    }
}
