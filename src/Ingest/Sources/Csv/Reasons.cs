namespace Ingest.Sources.Csv;

internal readonly record struct Reason(string Chinese, string English);

/// <summary>Reasons that several readers give.</summary>
internal static class Reasons
{
    internal static Reason NotANumber { get; } = new(
        "不是数字。只接受阿拉伯数字、小数点、正负号和千位分隔符；百分号、括号和中文单位不接受。",
        "Not a number. Digits, a decimal point, a sign and thousands separators are accepted; percent signs, brackets and words are not.");

    internal static Reason NotAPeriod { get; } = new(
        $"时期须写作2024、2024-Q3、2024-09或2024-01~02，年份在{Years.Earliest}到{Years.Latest}之间。",
        $"A period is written 2024, 2024-Q3, 2024-09 or 2024-01~02, with a year from {Years.Earliest} to {Years.Latest}.");

    internal static Reason NotAnOrigin { get; } = new(
        "数据性质须为official、public或synthetic。", "The origin is official, public or synthetic.");

    internal static Reason NotAnInstant { get; } = new(
        "可得时间须为日期(2024-04-25)或时刻(2024-04-25T10:00:00+08:00)。",
        "available_at is a date (2024-04-25) or an instant (2024-04-25T10:00:00+08:00).");

    internal static Reason KnownLater { get; } = new(
        "可得时间晚于文件的接收时间。", "available_at is after the file was received.");
}
