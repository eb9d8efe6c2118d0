using MathNet.Numerics;

namespace Indices.Calculation.Statistics;

/// <summary>Student's t distribution, by the regularised incomplete beta function (Abramowitz and Stegun, 26.7.1).</summary>
/// <remarks>Relative error below 1e-11 in both tails; the same bits on every machine.</remarks>
public static class StudentT
{
    /// <summary>P(T ≤ t).</summary>
    /// <param name="degrees">Degrees of freedom, positive.</param>
    public static double LowerTail(double t, double degrees) => UpperTail(-t, degrees);

    /// <summary>P(T &gt; t): not one minus the rest, which would have no digits left far out.</summary>
    /// <param name="degrees">Degrees of freedom, positive.</param>
    public static double UpperTail(double t, double degrees)
    {
        if (t < 0)
            return 1 - UpperTail(-t, degrees);
        var square = t * t;
        // Near the middle the beta function is taken from its other end, where it is not rounded to one.
        return square < 1
            ? 0.5 * (1 - SpecialFunctions.BetaRegularized(0.5, degrees / 2, square / (degrees + square)))
            : 0.5 * SpecialFunctions.BetaRegularized(degrees / 2, 0.5, degrees / (degrees + square));
    }

    /// <summary>P(from &lt; T ≤ to), from tails on one side where both ends lie on it.</summary>
    /// <param name="degrees">Degrees of freedom, positive.</param>
    public static double Between(double from, double to, double degrees) => from >= 0
        ? UpperTail(from, degrees) - UpperTail(to, degrees)
        : LowerTail(to, degrees) - LowerTail(from, degrees);

    /// <summary>The t with P(T ≤ t) = <paramref name="probability"/>, to the last bits: bisection of the tail.</summary>
    /// <param name="probability">Between 0 and 1, both excluded.</param>
    /// <param name="degrees">Degrees of freedom, positive.</param>
    /// <exception cref="ArgumentOutOfRangeException">No quantile exists.</exception>
    public static double Quantile(double probability, double degrees)
    {
        if (!(probability > 0 && probability < 1))
            throw new ArgumentOutOfRangeException(nameof(probability), probability, "A quantile needs a probability between 0 and 1.");
        if (probability < 0.5)
            return -Quantile(1 - probability, degrees);
        var tail = 1 - probability;
        var (low, high) = (0.0, 1.0);
        while (UpperTail(high, degrees) > tail)
            (low, high) = (high, 2 * high);
        for (var middle = low + (high - low) / 2; middle > low && middle < high; middle = low + (high - low) / 2)
            (low, high) = UpperTail(middle, degrees) > tail ? (middle, high) : (low, middle);
        return high;
    }
}
