using System.Runtime.CompilerServices;
using Indices.Calculation.Elementwise;
using Indices.Methodology;

namespace Indices.Calculation.Panel;

/// <summary>Scores one indicator: S = a + b · clamp(g), g = (f(x) − f(worst)) / (f(best) − f(worst)) (methodology, section 4).</summary>
/// <param name="Worst">f(worst).</param>
/// <param name="Range">f(best) − f(worst); NaN, which scores nothing, when the two are equal.</param>
/// <param name="Floor">Score of a value without a logarithm; NaN when there is no floor.</param>
internal readonly record struct ScoreFormula(
    double A, double B, double Worst, double Range, double Least, double Greatest, bool IsLog, double Floor) : IFormula
{
    internal static ScoreFormula Create(IndicatorScale scale, Normalisation rule)
    {
        var isLog = scale.Scale == GoalpostScale.Log;
        var worst = isLog ? DeterministicLog.Of(scale.Worst) : scale.Worst;
        var range = (isLog ? DeterministicLog.Of(scale.Best) : scale.Best) - worst;
        var greatest = rule.GMax ?? double.PositiveInfinity;
        return new(
            rule.A, rule.B, worst, range == 0.0 ? double.NaN : range,
            rule.GMin ?? double.NegativeInfinity, scale.CapAtBest ? Math.Min(greatest, 1.0) : greatest,
            isLog, rule.A + rule.B * (rule.GMin ?? double.NaN));
    }

    /// <param name="scores">As many as <paramref name="values"/>; NaN where the value is missing or cannot be scored.</param>
    internal void Score(ReadOnlySpan<double> values, Span<double> scores)
    {
        if (IsLog)
            DeterministicLog.Of(values, scores);
        else
            // The processor fetches for a plain copy further ahead than for a formula.
            values.CopyTo(scores);
        Each.Of(this, scores, scores);
        for (var i = 0; IsLog && i < values.Length; i++)
            if (values[i] <= 0.0)
                scores[i] = Floor;
    }

    /// <summary>From f(x).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T Of<T>(T x)
        where T : struct, ILanes<T>
    {
        var g = (x - T.All(Worst)) / T.All(Range);
        return T.All(A) + T.All(B) * T.AtMost(T.AtLeast(g, Least), Greatest);
    }
}
