using Indices.Calculation;
using Indices.Methodology;
using Indices.Releases;

namespace Dashboard.PageModels.IndexPages;

/// <summary>What moved the index since the period before, in one plain sentence made from the published contributions.</summary>
public static class MovementSentence
{
    /// <summary>Groups named on the side of the movement.</summary>
    private const int MostNamed = 2;

    public static string? Of(ReleaseContent content, IndexMethodology methodology, Language language)
    {
        var change = content.ChangeOf(methodology.Code, overYear: false, language);
        if (change is null)
            return null;
        var period = Figures.PeriodName(content.Version.Period, language);
        if (change.Points == 0)
            return language[$"{period}与上期持平。", $"In {period} the index was unchanged from the period before."];
        if (methodology.IsPrice)
            return PriceSentence(content, methodology, period, change, language);
        var groups = GroupPoints(content);
        var with = Named(groups.Where(g => g.Points != 0 && g.Points > 0 == change.Points > 0), MostNamed, methodology, language);
        var against = Named(groups.Where(g => g.Points != 0 && g.Points > 0 != change.Points > 0), 1, methodology, language);
        var amount = Size(change, language);
        var rises = change.Points > 0;
        if (with.Length == 0)
            return language[$"{period}较上期{(rises ? "上升" : "下降")}{amount}。", $"In {period} the index {(rises ? "rose" : "fell")} by {amount}."];
        return language[
            $"{period}较上期{(rises ? "上升" : "下降")}{amount}，主要来自{with}{(against.Length > 0 ? $"；{against}作用相反" : "")}。",
            $"In {period} the index {(rises ? "rose" : "fell")} by {amount}, mainly through {with}{(against.Length > 0 ? $"; {against} worked against it" : "")}."];
    }

    private static string PriceSentence(ReleaseContent content, IndexMethodology methodology, string period, Change change, Language language)
    {
        var earlier = Figures.Exact(content.At(methodology.Code, content.Version.Period.Plus(-1))!.Text!);
        var percent = Figures.Number((double)Math.Abs(100 * change.Points / earlier), 1);
        var rises = change.Points > 0;
        return language[
            $"{period}价格较上期{(rises ? "上涨" : "下降")}{percent}%（指数{(rises ? "上升" : "下降")}{Size(change, language)}）。",
            $"Prices {(rises ? "rose" : "fell")} by {percent}% in {period} (the index by {Size(change, language)})."];
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

    private static string Size(Change change, Language language) =>
        Figures.Points(Figures.Published(Text(Math.Abs(change.Points))), language);

    private static string Signed(decimal points, Language language) => Figures.PublishedPoints(Text(points), language);

    private static string Text(decimal value) => value.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
