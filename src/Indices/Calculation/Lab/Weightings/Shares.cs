namespace Indices.Calculation.Lab.Weightings;

/// <summary>Numbers divided by their sum.</summary>
internal static class Shares
{
    internal static double[] Of(IReadOnlyList<double> numbers)
    {
        var sum = 0.0;
        foreach (var number in numbers)
            sum += number;
        return [.. numbers.Select(number => number / sum)];
    }
}
