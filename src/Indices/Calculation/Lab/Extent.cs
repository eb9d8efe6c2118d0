namespace Indices.Calculation.Lab;

/// <summary>Least and greatest of the values present; NaN and NaN when there are none.</summary>
public readonly record struct Extent(double Low, double High)
{
    public static Extent Of(ReadOnlySpan<double> values)
    {
        var (low, high) = (double.NaN, double.NaN);
        foreach (var x in values)
        {
            if (double.IsNaN(x))
                continue;
            low = x >= low ? low : x;
            high = x <= high ? high : x;
        }
        return new(low, high);
    }
}
