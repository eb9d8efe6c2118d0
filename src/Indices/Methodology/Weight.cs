using System.Globalization;
using System.Numerics;
using System.Text.RegularExpressions;

namespace Indices.Methodology;

/// <summary>A weight exactly as written, so that a level can be checked to sum to 1 exactly: a decimal (0.35) or a fraction (1/3).</summary>
/// <remarks>Equal when the same number, however written.</remarks>
public readonly partial record struct Weight : IComparable<Weight>
{
    private readonly BigInteger _numerator;
    // One less than the denominator, so that the default of the struct is 0/1.
    private readonly BigInteger _denominatorLessOne;

    private Weight(BigInteger numerator, BigInteger denominator)
    {
        var divisor = BigInteger.GreatestCommonDivisor(numerator, denominator);
        (_numerator, _denominatorLessOne) = (numerator / divisor, denominator / divisor - 1);
    }

    public static Weight Zero { get; } = new(0, 1);

    public static Weight One { get; } = new(1, 1);

    /// <summary>The double nearest to the weight, or next to it for fractions of very long numbers; used in calculation.</summary>
    public double Value => (double)_numerator / (double)Denominator;

    private BigInteger Denominator => _denominatorLessOne + 1;

    public static Weight operator +(Weight left, Weight right) => new(
        left._numerator * right.Denominator + right._numerator * left.Denominator, left.Denominator * right.Denominator);

    /// <summary>The weight of a part of a part: effective weights are products down the tree.</summary>
    public static Weight operator *(Weight left, Weight right) => new(
        left._numerator * right._numerator, left.Denominator * right.Denominator);

    /// <summary>The share of a part in a whole.</summary>
    /// <exception cref="DivideByZeroException">The whole is 0.</exception>
    public static Weight operator /(Weight left, Weight right) => right._numerator.IsZero
        ? throw new DivideByZeroException()
        : new(left._numerator * right.Denominator, left.Denominator * right._numerator);

    public static bool operator <(Weight left, Weight right) => left.CompareTo(right) < 0;
    public static bool operator >(Weight left, Weight right) => left.CompareTo(right) > 0;
    public static bool operator <=(Weight left, Weight right) => left.CompareTo(right) <= 0;
    public static bool operator >=(Weight left, Weight right) => left.CompareTo(right) >= 0;

    public int CompareTo(Weight other) => (_numerator * other.Denominator).CompareTo(other._numerator * Denominator);

    /// <summary>Null when the text is neither a decimal nor a fraction of whole numbers, or is negative.</summary>
    public static Weight? TryParse(string text)
    {
        var match = Written().Match(text);
        if (!match.Success)
            return null;
        var whole = match.Groups["whole"].Value;
        if (match.Groups["divisor"] is { Success: true } divisor)
            return Number(divisor.Value) is { IsZero: false } d ? new(Number(whole), d) : null;
        var decimals = match.Groups["decimals"].Value;
        return new(Number(whole + decimals), BigInteger.Pow(10, decimals.Length));
    }

    /// <summary>A finite decimal where there is one, otherwise the fraction in lowest terms.</summary>
    public override string ToString()
    {
        var decimals = 0;
        while (decimals < 28 && !(_numerator * BigInteger.Pow(10, decimals) % Denominator).IsZero)
            decimals++;
        var scaled = _numerator * BigInteger.Pow(10, decimals);
        if (!(scaled % Denominator).IsZero)
            return string.Create(CultureInfo.InvariantCulture, $"{_numerator}/{Denominator}");
        var digits = (scaled / Denominator).ToString(CultureInfo.InvariantCulture).PadLeft(decimals + 1, '0');
        return decimals == 0 ? digits : $"{digits[..^decimals]}.{digits[^decimals..]}";
    }

    private static BigInteger Number(string digits) => BigInteger.Parse(digits, NumberStyles.None, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^(?<whole>[0-9]{1,40})(\.(?<decimals>[0-9]{1,40})|/(?<divisor>[0-9]{1,40}))?\z", RegexOptions.CultureInvariant)]
    private static partial Regex Written();
}
