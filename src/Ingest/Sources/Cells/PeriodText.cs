using System.Globalization;
using System.Text.RegularExpressions;
using Indices.Time;
using Ingest.Sources.Csv;

namespace Ingest.Sources.Cells;

/// <summary>Periods as Chinese statistics write them. Anything not listed here is refused.</summary>
internal static partial class PeriodText
{
    private const string Digits = "一二三四五六七八九";

    /// <summary>What a text says of a period; null when it is none. The year may be missing.</summary>
    internal static StatedPeriod? TryParse(string text)
    {
        if (Years.PeriodOf(text) is { } key)
            return StatedPeriod.Of(key);
        var plain = Plain(text);
        if (Iso(plain) is { } dated)
            return dated;
        var match = Chinese().Match(plain);
        if (!match.Success)
            return null;
        int? year = match.Groups["year"].Success ? Number(match.Groups["year"]) : null;
        return year is { } stated && !Years.Holds(stated) ? null : Part(match, year);
    }

    private static StatedPeriod? Part(Match match, int? year)
    {
        var isEnd = match.Groups["end"].Success || match.Groups["until"].Success;
        var isTotal = match.Groups["total"].Success;
        if (match.Groups["first"].Success)
            return isEnd ? null : Since(year, Number(match.Groups["first"]), false, isTotal);
        if (match.Groups["half"].Success)
            return Since(year, 6, isEnd, true);
        if (match.Groups["quarters"].Success)
            return Since(year, 3 * Number(match.Groups["quarters"]), isEnd, true);
        if (match.Groups["all"].Success)
            return Since(year, 12, isEnd, true);
        if (match.Groups["quarter"].Success)
            return isTotal ? Since(year, 3 * Number(match.Groups["quarter"]), false, true)
                : isEnd ? StatedPeriod.EndOf(year, 3 * Number(match.Groups["quarter"])) : StatedPeriod.OfQuarter(year, Number(match.Groups["quarter"]));
        if (match.Groups["month"].Success)
            return Month(year, Number(match.Groups["month"]), isEnd, isTotal);
        if (isEnd)
            return StatedPeriod.EndOf(year, 12);
        return year is null || isTotal ? null : StatedPeriod.OfYear(year.Value);
    }

    private static StatedPeriod? Month(int? year, int month, bool isEnd, bool isTotal) =>
        isTotal || isEnd || month is < 1 or > 12 ? Since(year, month, isEnd, isTotal) : StatedPeriod.OfMonth(year, month);

    private static StatedPeriod? Since(int? year, int month, bool isEnd, bool isTotal) => month switch
    {
        < 1 or > 12 => null,
        _ when isEnd => StatedPeriod.EndOf(year, month),
        _ => StatedPeriod.SinceJanuary(year, month, isTotal),
    };

    private static StatedPeriod? Iso(string plain)
    {
        var match = MonthOrDay().Match(plain);
        if (!match.Success)
            return null;
        var (year, month) = (Number(match.Groups["year"]), Number(match.Groups["month"]));
        if (!Years.Holds(year) || month is < 1 or > 12)
            return null;
        if (!match.Groups["day"].Success)
            return StatedPeriod.OfMonth(year, month);
        // A date stands for its month where a sheet shows months as dates; any other day is about no period.
        var day = Number(match.Groups["day"]);
        return day == 1 ? StatedPeriod.OfMonth(year, month) : day == DateTime.DaysInMonth(year, month) ? StatedPeriod.EndOf(year, month) : null;
    }

    private static string Plain(string text)
    {
        var plain = Spaces().Replace(Widths.Narrow(text), "").ToUpperInvariant();
        if (plain.Length > 40)
            return "";
        plain = YearWords().Replace(plain, m => string.Concat(m.Groups[1].Value.Select(c => c is '〇' or '零' or '○' ? '0' : (char)('1' + Digits.IndexOf(c, StringComparison.Ordinal)))) + "年");
        plain = Numerals().Replace(plain, m => Arabic(m.Value));
        return Range().Replace(plain, "-");
    }

    private static string Arabic(string numeral) => numeral switch
    {
        ['十'] => "10",
        ['十', var unit] => "1" + (Digits.IndexOf(unit, StringComparison.Ordinal) + 1),
        _ => (Digits.IndexOf(numeral[0], StringComparison.Ordinal) + 1).ToString(CultureInfo.InvariantCulture),
    };

    private static int Number(Group group) => int.Parse(group.ValueSpan, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"[\s　]+", RegexOptions.CultureInvariant)]
    private static partial Regex Spaces();

    [GeneratedRegex("([〇零○一二三四五六七八九]{4})年", RegexOptions.CultureInvariant)]
    private static partial Regex YearWords();

    [GeneratedRegex("十[一二]?|[一二三四五六七八九](?=[月季个-]|至|到|—|–|－|~)", RegexOptions.CultureInvariant)]
    private static partial Regex Numerals();

    [GeneratedRegex("(?<=[0-9]月?)(——|—|–|~|至|到|--)(?=[0-9])", RegexOptions.CultureInvariant)]
    private static partial Regex Range();

    // A dot needs two digits of month: 2024.1 is what a spreadsheet makes of 2024.10.
    [GeneratedRegex(@"^(?<year>[0-9]{4})(?:(?<month>0[1-9]|1[0-2])|[/-](?<month>[0-9]{1,2})|\.(?<month>[0-9]{2})|[/-](?<month>[0-9]{1,2})[/-](?<day>[0-9]{1,2})|年(?<month>[0-9]{1,2})月(?<day>[0-9]{1,2})日)\z", RegexOptions.CultureInvariant)]
    private static partial Regex MonthOrDay();

    [GeneratedRegex("""
        ^(?<until>截至|截止|截止到|截至到)?((?<year>[0-9]{4})(年度?|-(?=Q)))?(?<until>截至|截止)?
        (
          1月?(份)?-(?<first>[0-9]{1,2})月(份)?
        | 前(?<first>[0-9]{1,2})个?月
        | (?<half>上半年)
        | 前(?<quarters>[2-4])个?季度?
        | 1-(?<quarters>[2-4])季度?
        | (?<all>全年)
        | 第?(?<quarter>[1-4])季度?
        | Q(?<quarter>[1-4])
        | (?<month>[0-9]{1,2})月(份)?
        )?
        (年?(?<end>末|底))?
        (?<total>累计)?(当月|当季|当期|单月|单季)?\z
        """, RegexOptions.CultureInvariant | RegexOptions.IgnorePatternWhitespace | RegexOptions.ExplicitCapture)]
    private static partial Regex Chinese();
}
