using System.Collections.Immutable;
using System.Globalization;

namespace Indices.Calculation;

/// <summary>The one way from a double to published digits: half away from zero, on the shortest decimal that reads back as the same double.</summary>
public static class PublishedNumber
{
    private const decimal Boundary = 1e-9m;

    /// <summary>Plain decimal text with a dot and exactly <paramref name="decimals"/> decimals; never a negative zero.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Not finite, or 1e28 and beyond, which no statistic here reaches.</exception>
    public static string Round(double value, int decimals) => Text(Rounded(value, decimals), decimals);

    /// <summary>The double nearest to the number as printed: values that print alike are equal.</summary>
    public static double Printed(double value, int decimals) => (double)Rounded(value, decimals);

    /// <summary>
    /// True when the last bits of the calculation decide which way the number is rounded: it lies within 1e-9 of the middle
    /// between two printed numbers, and half away from zero and half to even may print different digits.
    /// </summary>
    public static bool IsOnBoundary(double value, int decimals)
    {
        var exact = Shortest(value);
        var unit = Unit(decimals);
        return Math.Abs(Math.Abs(exact % unit) - unit / 2) <= Boundary;
    }

    /// <summary>
    /// Rounds parts so that they add up to the rounded total: every part is floored, then the largest remainders get one
    /// unit of the last decimal each, the earlier part first on a tie (methodology, section 7).
    /// </summary>
    /// <param name="parts">In file order.</param>
    /// <param name="total">Sum of the parts before rounding.</param>
    /// <returns>Texts in the order of the parts.</returns>
    public static ImmutableArray<string> LargestRemainder(IReadOnlyList<double> parts, double total, int decimals)
    {
        var unit = Unit(decimals);
        var exact = parts.Select(Shortest).ToArray();
        var rounded = exact.Select(part => Math.Floor(part / unit) * unit).ToArray();
        var missing = (int)((Rounded(total, decimals) - rounded.Sum()) / unit);
        var byRemainder = Enumerable.Range(0, parts.Count).OrderByDescending(i => exact[i] - rounded[i]).ThenBy(i => i);
        foreach (var i in byRemainder.Take(Math.Max(missing, 0)))
            rounded[i] += unit;
        return [.. rounded.Select(part => Text(part, decimals))];
    }

    private static decimal Rounded(double value, int decimals) =>
        Math.Round(Shortest(value), decimals, MidpointRounding.AwayFromZero);

    private static decimal Shortest(double value) => double.IsFinite(value) && Math.Abs(value) < 1e28
        ? decimal.Parse(value.ToString("R", CultureInfo.InvariantCulture), NumberStyles.Float, CultureInfo.InvariantCulture)
        : throw new ArgumentOutOfRangeException(nameof(value), value, "Only finite numbers below 1e28 are published.");

    private static decimal Unit(int decimals) => new(1, 0, 0, false, (byte)decimals);

    private static string Text(decimal value, int decimals) =>
        (value == 0 ? 0m : value).ToString("F" + decimals.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
}
