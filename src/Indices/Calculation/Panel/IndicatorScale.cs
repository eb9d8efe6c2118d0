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
        var vectors = MemoryMarshal.Cast<double, Vector256<double>>(values);
        var leasts = Vector256.Create(double.PositiveInfinity);
        var greatests = Vector256.Create(double.NegativeInfinity);
        foreach (var x in vectors)
        {
            leasts = Vector256.ConditionalSelect(Vector256.LessThan(x, leasts), x, leasts);
            greatests = Vector256.ConditionalSelect(Vector256.GreaterThan(x, greatests), x, greatests);
        }
        var least = Math.Min(Math.Min(leasts[0], leasts[1]), Math.Min(leasts[2], leasts[3]));
        var greatest = Math.Max(Math.Max(greatests[0], greatests[1]), Math.Max(greatests[2], greatests[3]));
        foreach (var x in values[(vectors.Length * Vector256<double>.Count)..])
            (least, greatest) = (x < least ? x : least, x > greatest ? x : greatest);
        return (least, greatest);
    }
}
