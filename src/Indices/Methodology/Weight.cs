using System.Globalization;
using System.Numerics;

namespace Indices.Methodology;

/// <summary>A weight exactly as written, so that a level can be checked to sum to 1 exactly: a decimal (0.35) or a fraction (1/3).</summary>
/// <remarks>Equal when the same number, however written.</remarks>
public readonly record struct Weight
{
    private readonly BigInteger _numerator;
    private readonly BigInteger _denominator;

    private Weight(BigInteger numerator, BigInteger denominator)
    {
        var divisor = BigInteger.GreatestCommonDivisor(numerator, denominator);
        (_numerator, _denominator) = (numerator / divisor, denominator / divisor);
    }

    public static Weight Zero { get; } = new(0, 1);

    public static Weight One { get; } = new(1, 1);

    /// <summary>The nearest double, used in calculation.</summary>
    public double Value => (double)_numerator / (double)Divisor;

    public static Weight operator +(Weight left, Weight right) => new(
        left._numerator * right.Divisor + right._numerator * left.Divisor, left.Divisor * right.Divisor);

    /// <summary>Null when the text is neither a decimal nor a fraction of whole numbers, or is negative.</summary>
    public static Weight? TryParse(string text)
    {
        var parts = text.Split('/');
        if (parts.Length == 2)
            return BigInteger.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var n)
                && BigInteger.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var d) && d > 0
                ? new(n, d) : null;
        if (!decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value) || parts.Length > 2)
            return null;
        var scale = value.Scale;
        return new(new BigInteger(value * Power(scale)), new BigInteger(Power(scale)));
    }

    /// <summary>A finite decimal where there is one, otherwise the fraction in lowest terms.</summary>
    public override string ToString()
    {
        var (scaled, scale) = (_numerator, 0);
        while (scaled % Divisor != 0 && scale < 28)
            (scaled, scale) = (scaled * 10, scale + 1);
        return scaled % Divisor == 0
            ? ((decimal)(scaled / Divisor) / Power(scale)).ToString(CultureInfo.InvariantCulture)
            : string.Create(CultureInfo.InvariantCulture, $"{_numerator}/{Divisor}");
    }

    private BigInteger Divisor => _denominator.IsZero ? 1 : _denominator;

    private static decimal Power(int scale)
    {
        var power = 1m;
        for (var i = 0; i < scale; i++) power *= 10m;
        return power;
    }
}
