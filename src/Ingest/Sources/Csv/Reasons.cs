namespace Ingest.Sources.Csv;

internal readonly record struct Reason(string Chinese, string English);

/// <summary>Reasons that several readers give.</summary>
internal static class Reasons
{
    internal static Reason NotANumber { get; } = new(
        "不是数字。接受阿拉伯数字、小数点、正负号、千位分隔符、表示负数的括号，以及数字后的计量单位。",
        "Not a number. Digits, a decimal point, a sign, thousands separators, brackets for a negative, and a unit behind the number are accepted.");

    internal static Reason NotAPeriod { get; } = new(
        $"时期须写作2024、2024-Q3、2024-09、2024-01~02，或2024年三季度、2024年1-9月、2024年上半年、2024年9月末等，年份在{Years.Earliest}到{Years.Latest}之间。",
        $"A period is written 2024, 2024-Q3, 2024-09, 2024-01~02, or in Chinese such as 2024年三季度, 2024年1-9月, 2024年上半年, 2024年9月末, with a year from {Years.Earliest} to {Years.Latest}.");

    internal static Reason NoYear { get; } = new("时期没有年份。", "The period has no year.");

    internal static Reason NotAPeriodOfTheSeries { get; } = new(
        "这一时期不是该指标频率的整期。", "What is stated does not end a period of the indicator's frequency.");

    internal static Reason NotATotal { get; } = new(
        "时期是累计，量度却不是累计。", "The period is a total since January, but the measure is not.");

    internal static Reason NotAnOrigin { get; } = new(
        "数据性质须为official、public或synthetic。", "The origin is official, public or synthetic.");

    internal static Reason NotAnInstant { get; } = new(
        "可得时间须为日期(2024-04-25)或时刻(2024-04-25T10:00:00+08:00)。",
        "available_at is a date (2024-04-25) or an instant (2024-04-25T10:00:00+08:00).");

    internal static Reason KnownLater { get; } = new(
        "可得时间晚于文件的接收时间。", "available_at is after the file was received.");
}
