using System.Globalization;
using Indices.Methodology;
using Indices.Time;

namespace Dashboard.PageModels;

/// <summary>The one place where numbers, periods and instants become text; every surface uses it.</summary>
public static class Figures
{
    /// <summary>Between a number and its unit: narrow, and never the place of a line break.</summary>
    public const string ThinSpace = "\u202f";
    private const string Minus = "−";

    /// <summary>Digits grouped by three, a true minus sign, rounded half away from zero on the shortest round-trip decimal.</summary>
    public static string Number(double value, int decimals)
    {
        // decimal.Parse of the round-trip text, because a cast would keep only 15 digits.
        var rounded = decimal.TryParse(value.ToString("R", CultureInfo.InvariantCulture), NumberStyles.Float, CultureInfo.InvariantCulture, out var exact)
            ? Math.Round(exact, decimals, MidpointRounding.AwayFromZero)
            : throw new ArgumentOutOfRangeException(nameof(value), value, "Not a number that can be shown.");
        var text = Math.Abs(rounded).ToString("N" + decimals.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
        return rounded < 0 ? Minus + text : text;
    }

    /// <summary>A number with an explicit sign, for changes; zero has none.</summary>
    public static string Change(double value, int decimals)
    {
        var text = Number(value, decimals);
        return text.StartsWith(Minus, StringComparison.Ordinal) || text.All(c => c is '0' or '.') ? text : "+" + text;
    }

    /// <summary>↑, ↓ or → of a change at its shown precision; said in words beside it, never by colour.</summary>
    public static string Arrow(double change, int decimals) => Change(change, decimals)[0] switch
    {
        '+' => "↑",
        '−' => "↓",
        _ => "→",
    };

    /// <summary>Published text (plain digits) with groups and a true minus sign; the digits themselves are not touched.</summary>
    public static string Published(string text) =>
        Number(double.Parse(text, CultureInfo.InvariantCulture), text.Contains('.', StringComparison.Ordinal) ? text.Length - text.IndexOf('.', StringComparison.Ordinal) - 1 : 0);

    /// <summary>The difference of two published texts, exact in decimals and at their precision: what a reader who subtracts them gets.</summary>
    public static string PublishedDifference(string later, string earlier) =>
        (Exact(later) - Exact(earlier)).ToString(CultureInfo.InvariantCulture);

    /// <summary>Published text with an explicit sign; zero has none.</summary>
    public static string PublishedChange(string text) => Exact(text) > 0 ? "+" + Published(text) : Published(text);

    /// <summary>A published change in index points: +1.18 点.</summary>
    public static string PublishedPoints(string text, Language language) => Points(PublishedChange(text), language);

    /// <summary>A formatted number with the unit of an index. Words of Latin letters need a full space, which does not break either.</summary>
    public static string Points(string number, Language language) =>
        number + (language.IsEnglish ? "\u00a0" : ThinSpace) + UnitName("点", language);

    /// <summary>↑, ↓ or → of a published change.</summary>
    public static string PublishedArrow(string text) => Math.Sign(Exact(text)) switch
    {
        1 => "↑",
        -1 => "↓",
        _ => "→",
    };

    /// <summary>Published text as the exact decimal it says.</summary>
    public static decimal Exact(string text) => decimal.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture);

    /// <summary>A parameter exactly as it is: all the digits that it needs and no more.</summary>
    public static string Shortest(double value)
    {
        var exact = Exact(Math.Abs(value).ToString("R", CultureInfo.InvariantCulture));
        var text = exact.ToString("#,0.############################", CultureInfo.InvariantCulture);
        return value < 0 ? Minus + text : text;
    }

    /// <summary>So many significant digits, at least all those before the point: for arithmetic that a reader repeats.</summary>
    public static string Significant(double value, int digits)
    {
        var size = value == 0 ? 0 : (int)Math.Floor(Math.Log10(Math.Abs(value)));
        return Shortest((double)Math.Round(Exact(value.ToString("R", CultureInfo.InvariantCulture)), Math.Clamp(digits - 1 - size, 0, 20), MidpointRounding.AwayFromZero));
    }

    /// <summary>A share from 0 to 1 as a percentage, with all the digits that it needs and no more.</summary>
    public static string ExactShare(double share) =>
        (100 * Exact(share.ToString("R", CultureInfo.InvariantCulture))).ToString("#,0.############################", CultureInfo.InvariantCulture) + "%";

    /// <summary>A weight as a percentage exactly: 7.5%; a fraction that has no finite decimal stays one: 1/3.</summary>
    public static string ExactShare(Weight weight)
    {
        var percent = (Weight.TryParse("100")!.Value * weight).ToString();
        return percent.Contains('/', StringComparison.Ordinal) ? weight.ToString() : percent + "%";
    }

    /// <summary>A share from 0 to 1 as a percentage with one decimal.</summary>
    public static string Share(double share) => Number(share * 100, 1) + "%";

    /// <summary>A measured value of any unit with three significant digits where one decimal would hide it.</summary>
    public static string Measured(double value, string unit, Language language) => MeasuredParts(value, unit, language).ToString();

    /// <summary>The same in parts.</summary>
    public static FigureParts MeasuredParts(double value, string unit, Language language) =>
        Math.Abs(value) is > 0 and < 1 && unit != "%" && DecimalsOf(unit) > 0
            ? new("", Number(value, 3), UnitName(unit, language))
            : Parts(value, unit, language);

    /// <summary>A value with its unit: one decimal for amounts, shares and growth, none for counts.</summary>
    public static string WithUnit(double value, string unit, Language language) => Parts(value, unit, language).ToString();

    /// <summary>The same in parts.</summary>
    /// <param name="decimals">Where the usual number of decimals is not wanted, as for the round number of a target.</param>
    public static FigureParts Parts(double value, string unit, Language language, int? decimals = null) => unit switch
    {
        "%" => new("", Number(value, decimals ?? 1), "%", IsTight: true),
        "亿元" when language.IsEnglish => new("CNY", Number(value / 10, decimals ?? 2), "billion"),
        _ => new("", Number(value, decimals ?? DecimalsOf(unit)), UnitName(unit, language)),
    };

    public static int DecimalsOf(string unit) => unit is "家" or "个" or "件" or "人" or "户" or "项" or "张" or "场" or "笔" or "人次" ? 0 : 1;

    public static string UnitName(string unit, Language language) => !language.IsEnglish ? unit : unit switch
    {
        "家" or "个" or "项" or "件" or "人" or "场" or "笔" or "张" => "",
        "亿元" => "CNY 100 million",
        "亿美元" => "USD 100 million",
        "万人" => "× 10,000 persons",
        "万次" => "× 10,000",
        "人次" => "person-times",
        "次/户" => "per entity",
        "户/万户" => "per 10,000 entities",
        "人/万人" => "per 10,000 persons",
        "件/百万人" => "per million residents",
        "万元/万人" => "× CNY 10,000 per 10,000 residents",
        "天" => "days",
        "年" => "years",
        "倍" => "times",
        "分" => "points",
        "%/年" => "% a year",
        "点" => "points",
        "个百分点" => "percentage points",
        _ => unit,
    };

    /// <summary>2025年第三季度, 2025年9月, 2025年 – or 2025 Q3, Sep 2025, 2025.</summary>
    public static string PeriodName(Period period, Language language) => (period.Frequency, language.IsEnglish) switch
    {
        (Frequency.Annual, false) => $"{period.Year}年",
        (Frequency.Annual, true) => $"{period.Year}",
        (Frequency.Quarterly, false) => $"{period.Year}年第{"一二三四"[period.Part - 1]}季度",
        (Frequency.Quarterly, true) => $"{period.Year} Q{period.Part}",
        (_, false) when period.IsMergedJanuaryFebruary => $"{period.Year}年1—2月",
        (_, true) when period.IsMergedJanuaryFebruary => $"Jan–Feb {period.Year}",
        (_, false) => $"{period.Year}年{period.Part}月",
        (_, true) => period.Start.ToString("MMM yyyy", CultureInfo.InvariantCulture),
    };

    /// <summary>截至2025年9月末 for stocks, the period's name for flows.</summary>
    public static string AsOfPeriod(Period period, bool isStock, Language language) => !isStock
        ? PeriodName(period, language)
        : language[
            period.Frequency == Frequency.Annual ? $"截至{period.Year}年末" : $"截至{period.End.Year}年{period.End.Month}月末",
            "end of " + period.End.ToString("MMM yyyy", CultureInfo.InvariantCulture)];

    /// <summary>What change from the neighbouring period and from the year before are called.</summary>
    public static string ChangeName(Frequency frequency, bool overYear, Language language) => (frequency, overYear) switch
    {
        (Frequency.Annual, _) => language["比上年", "on year"],
        (_, true) => language["同比", "on year"],
        (Frequency.Quarterly, _) => language["环比", "on quarter"],
        _ => language["环比", "on month"],
    };

    /// <summary>An instant in the office's clock, to the minute: 2025-11-24 10:00.</summary>
    public static string Instant(DateTimeOffset instant) => Instant(instant, "yyyy-MM-dd HH:mm");

    /// <summary>As <see cref="Instant(DateTimeOffset)"/> with seconds: 2025-11-24 10:00:05.</summary>
    public static string InstantToTheSecond(DateTimeOffset instant) => Instant(instant, "yyyy-MM-dd HH:mm:ss");

    private static string Instant(DateTimeOffset instant, string format) =>
        TimeZoneInfo.ConvertTime(instant, OfficeClock.Zone).ToString(format, CultureInfo.InvariantCulture);
}
