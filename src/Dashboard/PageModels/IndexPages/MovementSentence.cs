using System.Globalization;
using Indices.Calculation;
using Indices.Methodology;
using Indices.Releases;

namespace Dashboard.PageModels.IndexPages;

/// <summary>What happened to the index and what moved it, in one plain sentence made from the published texts of one release.</summary>
public static class MovementSentence
{
    /// <summary>Groups named on the side of the movement.</summary>
    private const int MostNamed = 2;
    /// <summary>Fewer published periods make no record.</summary>
    private const int RecordNeeds = 8;

    public static string Of(ReleaseContent content, IndexMethodology methodology, Language language)
    {
        var period = Figures.PeriodName(content.Version.Period, language);
        if (content.Headline()?.Text is not { } text)
            return language[$"{period}的数值不予公布。", $"The value of {period} is withheld."];
        if (content.ChangeOf(methodology.Code, overYear: false, language) is not { } change)
            return First(content, methodology, language);
        string[] clauses =
        [
            change.Points == 0 ? Unchanged(content, methodology, period, language)
                : methodology.IsPrice ? Price(content, methodology, period, change, language)
                : Moved(content, methodology, period, change, language),
            .. OverYear(content, methodology, language),
            .. Record(content, text, language),
            .. UncertaintyNote.IsDirectionUnclear(content, methodology) == true
                ? [language["考虑方法和数据的不确定性，升降方向不能确定", "allowing for the uncertainty of method and data, the direction is not certain"]]
                : Array.Empty<string>(),
        ];
        return string.Join(language["；", "; "], clauses) + language["。", "."];
    }

    /// <summary>Nothing to compare with: the first period, or one after a period without a value.</summary>
    private static string First(ReleaseContent content, IndexMethodology methodology, Language language)
    {
        var period = Figures.PeriodName(content.Version.Period, language);
        var value = Figures.Published(content.Headline()!.Text!);
        return content.Node(methodology.Code).Any(v => v.Period < content.Version.Period)
            ? language[$"{period}的指数为{value}，上期没有公布，不能比较。", $"The index stood at {value} in {period}; nothing is published for the period before to compare with."]
            : language[$"{period}是首次公布的时期，指数为{value}。", $"{period} is the first period published; the index stood at {value}."];
    }

    private static string Unchanged(ReleaseContent content, IndexMethodology methodology, string period, Language language)
    {
        var groups = GroupPoints(content);
        var (up, down) = (Named(groups.Where(g => g.Points > 0), 1, methodology, language), Named(groups.Where(g => g.Points < 0), 1, methodology, language));
        return up.Length > 0 && down.Length > 0
            ? language[$"{period}与上期持平，{up}与{down}相互抵消", $"In {period} the index was unchanged from the period before, {up} and {down} offsetting each other"]
            : language[$"{period}与上期持平", $"In {period} the index was unchanged from the period before"];
    }

    private static string Moved(ReleaseContent content, IndexMethodology methodology, string period, Change change, Language language)
    {
        var groups = GroupPoints(content);
        var rises = change.Points > 0;
        var with = Named(groups.Where(g => g.Points != 0 && g.Points > 0 == rises), MostNamed, methodology, language);
        var against = Named(groups.Where(g => g.Points != 0 && g.Points > 0 != rises), 1, methodology, language);
        var moved = language[
            $"{period}较上期{Way(rises, language)}{Size(change, language)}", $"In {period} the index {Way(rises, language)} by {Size(change, language)}"];
        return moved
            + (with.Length > 0 ? language[$"，主要来自{with}", $", mainly through {with}"] : "")
            + (with.Length > 0 && against.Length > 0 ? language[$"；{against}作用相反", $"; {against} worked against it"] : "");
    }

    private static string Price(ReleaseContent content, IndexMethodology methodology, string period, Change change, Language language)
    {
        var earlier = Figures.Exact(content.At(methodology.Code, content.Version.Period.Plus(-1))!.Text!);
        var percent = Figures.Number((double)Math.Abs(100 * change.Points / earlier), 1);
        var rises = change.Points > 0;
        return language[
            $"{period}价格较上期{(rises ? "上涨" : "下降")}{percent}%（指数{Way(rises, language)}{Size(change, language)}）",
            $"Prices {Way(rises, language)} by {percent}% in {period} (the index by {Size(change, language)})"];
    }

    /// <summary>Nothing for an annual index, nor where the series does not reach back a year.</summary>
    private static IEnumerable<string> OverYear(ReleaseContent content, IndexMethodology methodology, Language language)
    {
        var before = content.Version.Period.YearBefore;
        if (before == content.Version.Period.Plus(-1) || content.At(methodology.Code, before) is not { } yearBefore)
            yield break;
        if (yearBefore.Text is null || content.ChangeOf(methodology.Code, overYear: true, language) is not { } change)
            yield return language["上年同期没有公布", "nothing is published for the same period a year earlier"];
        else if (change.Points == 0)
            yield return language["与上年同期持平", "it equals the value of a year earlier"];
        else
            yield return language[
                $"比上年同期{(change.Points > 0 ? "高" : "低")}{Size(change, language)}",
                $"it is {Size(change, language)} {(change.Points > 0 ? "above" : "below")} the value of a year earlier"];
    }

    /// <summary>Only what beats every earlier published value is a record; a tie is none.</summary>
    private static IEnumerable<string> Record(ReleaseContent content, string text, Language language)
    {
        var earlier = content.Node(content.Version.Index).Where(v => v.Period < content.Version.Period && v.Text is not null).ToArray();
        if (earlier.Length + 1 < RecordNeeds)
            yield break;
        var since = Figures.PeriodName(earlier[0].Period, language);
        if (earlier.All(v => Figures.Exact(v.Text!) < Figures.Exact(text)))
            yield return language[$"为{since}以来最高", $"it is the highest since {since}"];
        else if (earlier.All(v => Figures.Exact(v.Text!) > Figures.Exact(text)))
            yield return language[$"为{since}以来最低", $"it is the lowest since {since}"];
    }

    private static (string Group, decimal Points)[] GroupPoints(ReleaseContent content) =>
        [.. content.Contributions
            .Where(c => c.From == content.Version.Period.Plus(-1) && c.Indicator != Contribution.MethodChange)
            .GroupBy(c => c.Group)
            .Select(g => (g.Key, g.Sum(c => Figures.Exact(c.Text))))];

    private static string Named(IEnumerable<(string Group, decimal Points)> groups, int most, IndexMethodology methodology, Language language) =>
        string.Join(language["、", " and "], groups.OrderByDescending(g => Math.Abs(g.Points)).Take(most).Select(g =>
            language[
                $"{methodology.NameOf(g.Group, language)}（{Signed(g.Points, language)}）",
                $"{methodology.NameOf(g.Group, language)} ({Signed(g.Points, language)})"]));

    private static string Way(bool rises, Language language) => rises ? language["上升", "rose"] : language["下降", "fell"];

    private static string Size(Change change, Language language) =>
        Figures.Points(Figures.Published(Text(Math.Abs(change.Points))), language);

    private static string Signed(decimal points, Language language) => Figures.PublishedPoints(Text(points), language);

    private static string Text(decimal value) => value.ToString(CultureInfo.InvariantCulture);
}
