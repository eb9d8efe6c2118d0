using System.Text.RegularExpressions;
using Indices.Observations;
using Ingest.Sources.Cells;
using Ingest.Sources.Csv;

namespace Ingest.Sources.Tables.Wide;

/// <summary>Understands headings and labels part by part: what is in brackets, the period it begins with, the words for a measure, and the name that is left.</summary>
internal sealed partial class HeadingReader(SeriesLabels labels)
{
    private const int LongestHeading = 60;
    private const int LongestPeriod = 16;

    private readonly Dictionary<string, Heading> _read = [];

    internal Heading Read(string text)
    {
        if (!_read.TryGetValue(text, out var heading))
            _read.Add(text, heading = Understand(Widths.Narrow(text).Replace(" ", "", StringComparison.Ordinal)));
        return heading;
    }

    private Heading Understand(string text)
    {
        if (text.Length is 0 or > LongestHeading)
            return Heading.Nothing;
        if (labels.Find(text) is { } exact)
            return new() { Series = exact };
        if (LabelHeads().IsMatch(text))
            return new() { HeadsLabels = true, HeadsUnits = text.Contains("单位", StringComparison.Ordinal) };
        if (Measured.TryParse(text) is not null)
            return new() { Unit = text };
        var heading = Heading.Nothing;
        foreach (Match bracket in Brackets().Matches(text))
            if (Inside(heading, bracket.Groups[1].Value) is { } more)
                heading = more;
            else
                // 不良贷款率(全省) is another series, whatever the words before the bracket.
                return new() { IsOther = true };
        return Outside(heading, Furniture().Replace(Brackets().Replace(text, ""), ""));
    }

    /// <summary>Null when nobody knows what the words in the bracket change.</summary>
    private Heading? Inside(Heading heading, string text)
    {
        if (Harmless().IsMatch(text))
            return heading;
        var unit = UnitWords().Replace(text, "");
        if (Measured.TryParse(unit) is not null)
            return heading with { Unit = unit };
        if (PeriodText.TryParse(text) is { } period)
            return heading with { Period = period };
        return Outside(Heading.Nothing, text) is { IsOther: false, SaysSomething: true, Series: null } said
            ? heading with { Measure = said.Measure ?? heading.Measure, IsCurrent = said.IsCurrent, IsEnd = said.IsEnd, Unit = said.Unit ?? heading.Unit, Area = said.Area ?? heading.Area } : null;
    }

    private Heading Outside(Heading heading, string text)
    {
        if (labels.Find(text) is { } label)
            return heading with { Series = label };
        (heading, text) = Period(heading, text);
        if (text.Length == 0)
            return heading;
        if (labels.Find(text) is { } dated)
            return heading with { Series = dated };
        if (labels.AreaOf(text) is { } area)
            return heading with { Area = area };
        if (Others().IsMatch(text))
            return heading with { IsOther = true };
        if (heading.Unit is null && TrailingPercent().IsMatch(text))
            heading = heading with { Unit = "%" };
        return Measure(heading, TrailingPercent().Replace(text, ""));
    }

    // The longest beginning that is a period: 2024年1-9月累计 before 2024年.
    private static (Heading Heading, string Left) Period(Heading heading, string text)
    {
        for (var length = Math.Min(text.Length, LongestPeriod); length > 1; length--)
            if (PeriodText.TryParse(text[..length]) is { } period)
                return (heading with { Period = period, Measure = period.IsYearToDate ? Measures.YearToDate : heading.Measure }, text[length..]);
        return (heading, text);
    }

    private Heading Measure(Heading heading, string text)
    {
        foreach (var (words, said) in new[]
        {
            (Growth(), heading with { Measure = Measures.YearOnYear }),
            (Total(), heading with { Measure = heading.Measure ?? Measures.YearToDate }),
            (End(), heading with { Measure = heading.Measure ?? Measures.Value, IsEnd = true }),
            (Current(), heading with { Measure = heading.Measure ?? Measures.Value, IsCurrent = true }),
            (Amount(), heading with { Measure = heading.Measure ?? Measures.Value }),
        })
        {
            if (words.Match(text) is not { Success: true } match)
                continue;
            var rest = text.Remove(match.Index, match.Length);
            if (rest.Length == 0)
                return said with { IsTotalGrowth = IsTotalGrowth(said, heading) };
            // 本月同比, 累计同比, 金融业增加值同比: what is left says the rest.
            var inner = Outside(Heading.Nothing, rest);
            if (inner.SaysSomething)
                return said with
                {
                    Series = inner.Series, Area = inner.Area, Period = inner.Period ?? said.Period,
                    IsCurrent = said.IsCurrent || inner.IsCurrent, IsTotalGrowth = IsTotalGrowth(said, heading) || IsTotalGrowth(said, inner),
                };
        }
        // Words that are not understood may change what the rest means.
        return heading.SaysSomething ? heading with { IsOther = true } : heading;
    }

    private static bool IsTotalGrowth(Heading said, Heading beside) =>
        said.Measure == Measures.YearOnYear && beside.Measure == Measures.YearToDate;

    [GeneratedRegex(@"\(([^()]*)\)", RegexOptions.CultureInvariant)]
    private static partial Regex Brackets();

    [GeneratedRegex("^(现价|当年价格?|初步(核算|统计)?数?|快报数?|[0-9①-⑳]+)$", RegexOptions.CultureInvariant)]
    private static partial Regex Harmless();

    [GeneratedRegex("^(计量)?单位[:为]?|^按|计$", RegexOptions.CultureInvariant)]
    private static partial Regex UnitWords();

    // Numbering and marks of footnotes around a label.
    [GeneratedRegex("^([一二三四五六七八九十]+、|[0-9]+[、.](?![0-9])|[①-⑳]|其中[:,]?|[#*·•—-]+)+|[①-⑳*:]+$", RegexOptions.CultureInvariant)]
    private static partial Regex Furniture();

    [GeneratedRegex("^(指标|指标名称|指标代码|项目|项目名称|名称|类别|科目|地区|区域|区县|区、县|区县市|时间|时期|日期|年份|年|月份|月|季度|季|单位|计量单位|序号|分类)$", RegexOptions.CultureInvariant)]
    private static partial Regex LabelHeads();

    [GeneratedRegex("上年同|去年同期数|去年同期值|去年同期$|同期数|同期值|上月|上期|上季|环比|年初|上年末|比重|占比$|计划|目标|进度|完成率|排名|位次|序号|备注|预测|预计|增减额|增加额|增量|增减量|变动额|拉动|贡献", RegexOptions.CultureInvariant)]
    private static partial Regex Others();

    [GeneratedRegex("[±+/-]*%$", RegexOptions.CultureInvariant)]
    private static partial Regex TrailingPercent();

    [GeneratedRegex("(按?(不变价格?|可比价格?|可比口径|实际|名义)(计算)?)?(同比|(比|较)(上年|去年)(同期|同月|同季)?)(实际|名义)?(增长|增减|增速|增幅|变动|变化)?(率|幅度)?[±+/-]*$|(按?(不变价格?|可比价格?|可比口径|实际|名义)(计算)?)?(增长速度|增速|增长率|增幅|增长)$", RegexOptions.CultureInvariant)]
    private static partial Regex Growth();

    [GeneratedRegex("(自|本年|年|从年初)?(初)?(至今)?累计(数|值|额|量|完成)?(绝对值|绝对额)?$", RegexOptions.CultureInvariant)]
    private static partial Regex Total();

    [GeneratedRegex("(本?(月|季|期|年)(末|底))(余额|数|值)?$|余额$", RegexOptions.CultureInvariant)]
    private static partial Regex End();

    [GeneratedRegex("(本|当|单)(月|季|期)(实际|完成)?(数|值|额|止)?(绝对值|绝对额)?$", RegexOptions.CultureInvariant)]
    private static partial Regex Current();

    [GeneratedRegex("(现价|当年价格?)?(绝对(值|额|数|量)|数值|数据|指标值|总量|总额|实绩|数量|金额|实际数)$|^(现价|当年价格?)$", RegexOptions.CultureInvariant)]
    private static partial Regex Amount();
}
