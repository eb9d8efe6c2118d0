using System.Globalization;
using System.Text.RegularExpressions;
using Ingest.Sources.Cells;
using Ingest.Sources.Csv;

namespace Ingest.Sources.Tables;

/// <summary>The text that people see in a cell of a workbook, but with all digits: 0.123 shown as 12% is 12.3%.</summary>
internal static partial class CellText
{
    private static readonly DateTime Day0Of1900 = new(1899, 12, 30);
    private static readonly DateTime Day0Of1904 = new(1904, 1, 1);
    private const double MostDays = 200_000;

    private static Reason Scaled { get; } = new(
        "单元格的数字格式把数值缩小显示(千位、百万位)，看到的与存储的不同；请改用普通格式。", "The cell's number format shows the number divided by thousands, so what is seen is not what is stored; use a plain format.");

    /// <param name="value">As the library gives it.</param>
    /// <param name="format">Number format of the cell, or null.</param>
    /// <param name="built">Number of the built-in format, or of one of the file's own.</param>
    /// <returns>The text, and why it must not be read if it must not.</returns>
    internal static (string Text, Reason? Objection) Of(object? value, string? format, int built, bool countsFrom1904) => value switch
    {
        null => ("", null),
        string text => (text, null),
        double number when IsChineseDate(built) && number is >= 1 and < MostDays =>
            (Date((countsFrom1904 ? Day0Of1904 : Day0Of1900).AddDays(number), built is not (27 or 36 or 50 or 57 or 52)), null),
        double number => Number(number, format ?? ""),
        int number => Number(number, format ?? ""),
        DateTime date => (Date(date, Plain(format ?? "d").Contains('d', StringComparison.OrdinalIgnoreCase)), null),
        bool flag => (flag ? "TRUE" : "FALSE", null),
        _ => (Convert.ToString(value, CultureInfo.InvariantCulture) ?? "", null),
    };

    // The formats that a Chinese Excel calls 2024年9月 and the like have no text in the file.
    private static bool IsChineseDate(int built) => built is (>= 27 and <= 36) or (>= 50 and <= 58);

    private static string Date(DateTime date, bool hasDay) => date.ToString(
        !hasDay ? "yyyy-MM" : date.TimeOfDay == TimeSpan.Zero ? "yyyy-MM-dd" : "yyyy-MM-dd'T'HH:mm:ss", CultureInfo.InvariantCulture);

    private static (string Text, Reason? Objection) Number(double number, string format)
    {
        // Excel keeps 15 digits; the two more that a double has are noise such as 12.300000000000001.
        var text = number.ToString("G15", CultureInfo.InvariantCulture);
        var shown = format.Split(';')[0];
        if (Scaling().IsMatch(Plain(shown)))
            return (text, Scaled);
        if (Plain(shown).Contains('%', StringComparison.Ordinal) && NumberText.TryNormalise(text) is { } fraction)
            return (DecimalText.Shift(fraction, 2) + "%", null);
        return (text + Unit(shown), null);
    }

    // A unit that the format puts behind the number: 0.00"亿元".
    private static string Unit(string format) => TrailingText().Match(format) is { Success: true } match
        && Measured.TryParse(match.Groups[1].Value) is not null ? match.Groups[1].Value : "";

    private static string Plain(string format) => Literals().Replace(format, "");

    [GeneratedRegex("""
        "[^"]*"|\\.|\[[^\]]*\]|_.|\*.
        """, RegexOptions.CultureInvariant | RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Literals();

    [GeneratedRegex("""
        [0#?]\s*"?([^"0#?]+)"?\s*$
        """, RegexOptions.CultureInvariant | RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex TrailingText();

    [GeneratedRegex("[0#?],+([^0#?,]|$)", RegexOptions.CultureInvariant)]
    private static partial Regex Scaling();
}
