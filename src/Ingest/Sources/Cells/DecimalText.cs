using System.Globalization;

namespace Ingest.Sources.Cells;

/// <summary>Exact arithmetic on decimal text: a conversion of units must not add digits that the source never printed.</summary>
internal static class DecimalText
{
    // Beyond this the exponent is kept as such.
    private const int MostZeros = 40;

    /// <summary>The number times a power of ten, without superfluous zeros.</summary>
    /// <param name="normalised">As <see cref="Csv.NumberText"/> gives it.</param>
    internal static string Shift(string normalised, int power)
    {
        var isNegative = normalised[0] == '-';
        var mantissa = normalised.AsSpan(isNegative ? 1 : 0);
        var exponent = power;
        if (mantissa.IndexOfAny('e', 'E') is >= 0 and var at)
        {
            exponent += int.Parse(mantissa[(at + 1)..], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
            mantissa = mantissa[..at];
        }
        if (mantissa.IndexOf('.') is >= 0 and var point)
            exponent -= mantissa.Length - point - 1;
        var digits = mantissa.ToString().Replace(".", "", StringComparison.Ordinal).TrimStart('0');
        var kept = digits.TrimEnd('0');
        exponent += digits.Length - kept.Length;
        if (kept.Length == 0)
            return "0";
        return (isNegative ? "-" : "") + Place(kept, exponent);
    }

    /// <summary>10^power as plain text: 10000, 1, 0.0001.</summary>
    internal static string PowerOfTen(int power) => Shift("1", power);

    private static string Place(string digits, int exponent)
    {
        if (Math.Abs(exponent) > MostZeros + digits.Length)
            return string.Create(CultureInfo.InvariantCulture, $"{digits}E{exponent}");
        if (exponent >= 0)
            return digits + new string('0', exponent);
        var point = digits.Length + exponent;
        return point > 0 ? $"{digits[..point]}.{digits[point..]}" : $"0.{new string('0', -point)}{digits}";
    }
}
