namespace Indices.Calculation.Lab.Treatments;

/// <summary>A column with its extreme values moved in to their neighbours.</summary>
/// <param name="Values">One for each unit; missing ones stay NaN.</param>
/// <param name="High">Points now at the top because they were moved there, and those they joined.</param>
/// <param name="Low">As <paramref name="High"/>, at the bottom.</param>
public sealed record Winsorised(double[] Values, int High, int Low);

/// <summary>
/// Winsorisation by skewness and kurtosis, as COINr documents it: while the rule fails, all points at the extreme on the
/// side of the skew take the next value inward. Points are counted with ties, and the limit is tested before a step.
/// </summary>
public static class Winsorisation
{
    public static Winsorised Of(ReadOnlySpan<double> values, OutlierRule rule)
    {
        var result = new Winsorised(values.ToArray(), 0, 0);
        for (var moments = Moments.Of(values); rule.Passes(moments) is false && IsBelow(rule, result); moments = Moments.Of(result.Values))
            // The side is judged anew at each step: moving one end can turn the skew.
            result = moments.Skewness >= 0 ? result with { High = MoveIn(result.Values, 1.0) } : result with { Low = MoveIn(result.Values, -1.0) };
        return result;
    }

    private static bool IsBelow(OutlierRule rule, Winsorised result) =>
        rule.MaximumPoints is not { } maximum || result.High + result.Low < maximum;

    /// <summary>Moves the points at the top (side 1) or bottom (side −1) in by one value; how many they are.</summary>
    private static int MoveIn(double[] values, double side)
    {
        var (extreme, next) = (double.NegativeInfinity, double.NegativeInfinity);
        foreach (var x in values)
            if (side * x > extreme)
                (extreme, next) = (side * x, extreme);
            else if (side * x > next && side * x < extreme)
                next = side * x;
        var moved = 0;
        for (var i = 0; i < values.Length; i++)
            if (side * values[i] == extreme)
                (values[i], moved) = (side * next, moved + 1);
        return moved;
    }
}
