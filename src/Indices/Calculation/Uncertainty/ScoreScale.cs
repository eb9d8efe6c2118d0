using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Indices.Methodology;

namespace Indices.Calculation.Uncertainty;

/// <summary>From a value to a score: a + b · clamp(g), g = (f(x) − f(worst)) / (f(best) − f(worst)), or a ratio to the base (methodology, sections 4 and 12).</summary>
/// <param name="Origin">f(worst); the base value of a ratio.</param>
/// <param name="Span">f(best) − f(worst).</param>
/// <param name="A">a; the score of the base value of a ratio.</param>
internal readonly record struct ScoreScale(ScoreShape Shape, double Origin, double Span, double A, double B, double GMin, double GMax)
{
    /// <summary>The scale of the methodology, with another amplitude around the same best mark when given.</summary>
    internal static ScoreScale Between(double worst, double best, bool isLog, bool capAtBest, Normalisation rule, double amplitude = 1.0)
    {
        var (from, to) = isLog ? (Math.Log(worst), Math.Log(best)) : (worst, best);
        var b = amplitude * rule.B;
        var a = rule.A + rule.B - b;
        // A wider scale ends where the published one does: a negative score has no geometric mean.
        var floor = rule.GMin is { } least ? Math.Max(least, (rule.A + rule.B * least - a) / b) : double.NegativeInfinity;
        var ceiling = Math.Min(rule.GMax ?? double.PositiveInfinity, capAtBest ? 1.0 : double.PositiveInfinity);
        return new(isLog ? ScoreShape.Log : ScoreShape.Linear, from, to - from, a, b, floor, ceiling);
    }

    /// <summary>(a + b) · x / base, or (a + b) · base / x when less is better.</summary>
    internal static ScoreScale RatioTo(double baseValue, Direction direction, Normalisation rule) =>
        new(direction == Direction.Positive ? ScoreShape.Ratio : ScoreShape.InverseRatio, baseValue, 1.0, rule.A + rule.B, 0.0, 0.0, 0.0);

    internal double Of(double x) => Shape switch
    {
        ScoreShape.Ratio => A * (x / Origin),
        ScoreShape.InverseRatio => A * (Origin / x),
        ScoreShape.Log when x <= 0.0 => A + B * GMin,
        ScoreShape.Log => Capped((Math.Log(x) - Origin) / Span),
        _ => Capped((x - Origin) / Span),
    };

    /// <summary>Scores of a value under revision errors, lane by lane: the value times each factor, then as <see cref="Of(double)"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal void Of(double value, ReadOnlySpan<Vector256<double>> factors, Span<Vector256<double>> scores)
    {
        if (Shape == ScoreShape.Log)
        {
            var lanes = MemoryMarshal.Cast<Vector256<double>, double>(factors);
            var into = MemoryMarshal.Cast<Vector256<double>, double>(scores);
            for (var lane = 0; lane < lanes.Length; lane++)
                into[lane] = Of(value * lanes[lane]);
            return;
        }
        var (x, origin, a) = (Vector256.Create(value), Vector256.Create(Origin), Vector256.Create(A));
        for (var i = 0; i < factors.Length; i++)
            scores[i] = Shape switch
            {
                ScoreShape.Ratio => a * (x * factors[i] / origin),
                ScoreShape.InverseRatio => a * (origin / (x * factors[i])),
                _ => Capped((x * factors[i] - origin) / Span),
            };
    }

    private double Capped(double g) => A + B * Math.Min(Math.Max(g, GMin), GMax);

    private Vector256<double> Capped(Vector256<double> g) =>
        Vector256.Create(A) + B * Vector256.Min(Vector256.Max(g, Vector256.Create(GMin)), Vector256.Create(GMax));
}

internal enum ScoreShape
{
    Linear,
    Log,
    Ratio,
    InverseRatio,
}
