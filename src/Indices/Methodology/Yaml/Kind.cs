using System.Globalization;
using System.Text.RegularExpressions;
using Indices.Time;

namespace Indices.Methodology.Yaml;

/// <summary>What a scalar may be: how it is read, and what to call it when it is something else.</summary>
/// <param name="Read">Null when the text is not of this kind.</param>
internal sealed record Kind<T>(Func<string, T?> Read, string Chinese, string English) where T : struct
{
    /// <summary>The same kind with a further condition.</summary>
    internal Kind<T> Where(Func<T, bool> condition, string chinese, string english) =>
        new(text => Read(text) is { } value && condition(value) ? value : null, chinese, english);
}

internal static partial class Kind
{
    internal static Kind<double> Number { get; } = new(ParseNumber, "数字", "a number");

    internal static Kind<double> PositiveNumber { get; } = Number.Where(n => n > 0, "正数", "a positive number");

    internal static Kind<double> Share { get; } = Number.Where(n => n is >= 0 and <= 1, "0 到 1 的数", "a number from 0 to 1");

    internal static Kind<int> Whole { get; } = new(
        text => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var n) ? n : null,
        "非负整数", "a whole number, 0 or more");

    internal static Kind<int> PositiveWhole { get; } = Whole.Where(n => n > 0, "正整数", "a whole number, 1 or more");

    internal static Kind<bool> Flag { get; } = OneOf(("true", true), ("false", false));

    internal static Kind<Weight> Weight { get; } = new(Methodology.Weight.TryParse, "权重（0.35 或 1/3）", "a weight such as 0.35 or 1/3");

    internal static Kind<Period> Period { get; } = new(
        text => Time.Period.TryParse(text), "期间（2024、2024-Q3 或 2024-09）", "a period such as 2024, 2024-Q3 or 2024-09");

    internal static Kind<Frequency> Frequency { get; } = OneOf(
        ("A", Time.Frequency.Annual), ("Q", Time.Frequency.Quarterly), ("M", Time.Frequency.Monthly));

    internal static Kind<DateOnly> Date { get; } = new(
        text => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null,
        "日期（2025-12-31）", "a date such as 2025-12-31");

    internal static Kind<TimeOnly> TimeOfDay { get; } = new(
        text => TimeOnly.TryParseExact(text, "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var time) ? time : null,
        "时刻（10:00）", "a time such as 10:00");

    internal static Kind<T> OneOf<T>(params (string Text, T Value)[] choices) where T : struct
    {
        var list = string.Join(", ", choices.Select(c => c.Text));
        return new(
            text => choices.Where(c => c.Text == text).Select(c => (T?)c.Value).FirstOrDefault(),
            $"下列之一：{list}", $"one of {list}");
    }

    /// <summary>Codes are used in addresses and file names.</summary>
    internal static bool IsCode(string text) => Code().IsMatch(text);

    internal static bool IsVersion(string text) => Version().IsMatch(text);

    // double.Parse alone would take "1,000", "Infinity" and blanks.
    private static double? ParseNumber(string text) =>
        NumberText().IsMatch(text)
        && double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
        && double.IsFinite(number) ? number : null;

    [GeneratedRegex(@"^-?[0-9]+(\.[0-9]+)?([eE][+-]?[0-9]+)?\z", RegexOptions.CultureInvariant)]
    private static partial Regex NumberText();

    [GeneratedRegex(@"^[A-Za-z0-9][A-Za-z0-9_.-]*\z", RegexOptions.CultureInvariant)]
    private static partial Regex Code();

    [GeneratedRegex(@"^(0|[1-9][0-9]{0,5})\.(0|[1-9][0-9]{0,5})\.(0|[1-9][0-9]{0,5})\z", RegexOptions.CultureInvariant)]
    private static partial Regex Version();
}
