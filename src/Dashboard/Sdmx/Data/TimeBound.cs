using System.Globalization;
using System.Text.RegularExpressions;
using Indices.Time;

namespace Dashboard.Sdmx.Data;

/// <summary>A period of a query, as its first and last day.</summary>
internal readonly partial record struct TimeBound(DateOnly First, DateOnly Last)
{
    /// <summary>Reads 2024, 2024-09, 2024-09-30, 2024-Q3, 2024-M09, 2024-S1, 2024-A1 and instants; null otherwise.</summary>
    internal static TimeBound? TryParse(string? text)
    {
        if (Period.TryParse(text) is { } period)
            return new(period.Start, period.End);
        if (DateOnly.TryParseExact(text?.Split('T')[0], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            return new(day, day);
        var match = Reporting().Match(text ?? "");
        if (!match.Success)
            return null;
        var (year, part) = (Number(match.Groups[1].ValueSpan), Number(match.Groups[3].ValueSpan));
        var perYear = match.Groups[2].ValueSpan[0] switch { 'A' => 1, 'S' => 2, 'T' => 3, 'Q' => 4, _ => 12 };
        if (year == 0 || part < 1 || part > perYear)
            return null;
        var months = 12 / perYear;
        var first = new DateOnly(year, (part - 1) * months + 1, 1);
        return new(first, first.AddMonths(months - 1).AddDays(DateTime.DaysInMonth(year, part * months) - 1));
    }

    [GeneratedRegex(@"^([0-9]{4})-([ASTQM])([0-9]{1,2})\z", RegexOptions.CultureInvariant)]
    private static partial Regex Reporting();

    private static int Number(ReadOnlySpan<char> digits) => int.Parse(digits, CultureInfo.InvariantCulture);
}
