namespace Ingest.Sources.Csv;

internal readonly record struct Reason(string Chinese, string English);

/// <summary>Reasons that several readers give.</summary>
internal static class Reasons
{
    internal static Reason NotANumber { get; } = new(
        "不是数字。接受阿拉伯数字、小数点、正负号、千位分隔符、表示负数的括号，以及数字后的计量单位。",
        "Not a number. Digits, a decimal point, a sign, thousands separators, brackets for a negative, and a unit behind the number are accepted.");

    internal static Reason NotAPeriodKey { get; } = new(
        $"时期须写作2024、2024-Q3、2024-09或2024-01~02，年份在{Years.Earliest}到{Years.Latest}之间。",
        $"A period is written 2024, 2024-Q3, 2024-09 or 2024-01~02, with a year from {Years.Earliest} to {Years.Latest}.");

    internal static Reason NotAPeriod { get; } = new(
        $"时期须写作2024、2024-Q3、2024-09、2024-01~02，或2024年三季度、2024年1-9月、2024年上半年、2024年9月末等，年份在{Years.Earliest}到{Years.Latest}之间。",
        $"A period is written 2024, 2024-Q3, 2024-09, 2024-01~02, or in Chinese such as 2024年三季度, 2024年1-9月, 2024年上半年, 2024年9月末, with a year from {Years.Earliest} to {Years.Latest}.");

    internal static Reason NoYear { get; } = new("时期没有年份。", "The period has no year.");

    internal static Reason NotAPeriodOfTheSeries { get; } = new(
        "这一时期不是该指标频率的整期。", "What is stated does not end a period of the indicator's frequency.");

    internal static Reason NotATotal { get; } = new(
        "时期是累计，量度却不是累计。", "The period is a total since January, but the measure is not.");

    internal static Reason NoPeriod { get; } = new(
        "表题、表头和行标题都没有说明时期。", "Neither title nor headings nor labels say of which period this is.");

    /// <param name="units">Of the series.</param>
    internal static Reason NoUnit(IReadOnlyList<string> units) => new(
        $"表中没有注明计量单位。请在表题下写“单位：{string.Join("”或“单位：", units.DefaultIfEmpty("…"))}”，或在来源中规定。",
        $"The table states no unit. Write 单位：{string.Join(" or 单位：", units.DefaultIfEmpty("…"))} below its title, or set it for the source.");

    internal static Reason NoArea { get; } = new("没有说明地区。", "The area is not stated.");

    internal static Reason GapInTable { get; } = new(
        "表中的符号没有说明是哪一种缺失；请用规范格式的文件，并注明状态L、M、O或Q。", "The sign does not say which kind of gap it is; use a file with one value a row and give the status L, M, O or Q.");

    internal static Reason NotAnOrigin { get; } = new(
        "数据性质须为official、public或synthetic。", "The origin is official, public or synthetic.");

    internal static Reason NotAnInstant { get; } = new(
        "可得时间须为日期(2024-04-25)或时刻(2024-04-25T10:00:00+08:00)。",
        "available_at is a date (2024-04-25) or an instant (2024-04-25T10:00:00+08:00).");

    internal static Reason KnownLater { get; } = new(
        "可得时间晚于文件的接收时间。", "available_at is after the file was received.");
}
