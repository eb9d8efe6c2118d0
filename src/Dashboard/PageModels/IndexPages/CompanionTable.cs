using System.Collections.Immutable;
using Indices.Releases;
using Indices.Time;

namespace Dashboard.PageModels.IndexPages;

/// <summary>A companion figure of a price index, such as the average price.</summary>
public sealed record CompanionRow(string Name, string Value, string Change);

public static class CompanionTable
{
    /// <summary>The companions of the release's period in the order of the release.</summary>
    public static ImmutableArray<CompanionRow> Rows(ReleaseContent content, Language language) =>
        [.. content.Levels.Where(l => l.Period == content.Version.Period).Select(l => new CompanionRow(
            NameOf(l.Series, language),
            l.Text is { } text ? With(Figures.Published(text), l.Unit, language) : "–",
            ChangeOf(l, content.Levels.FirstOrDefault(b => b.Series == l.Series && b.Period == content.Version.Period.Plus(-1)), language)))];

    private static string ChangeOf(PublishedLevel now, PublishedLevel? before, Language language)
    {
        if (now.Text is null || before?.Text is null)
            return "–";
        var difference = Figures.PublishedDifference(now.Text, before.Text);
        var unit = now.Unit == "%" ? "个百分点" : now.Unit;
        return $"{Figures.PublishedArrow(difference)} {With(Figures.PublishedChange(difference), unit, language)}";
    }

    private static string With(string number, string unit, Language language) =>
        unit == "%" ? number + unit : number + Figures.ThinSpace + Figures.UnitName(unit, language);

    private static string NameOf(string series, Language language) => series switch
    {
        "LEVEL" => language["加权平均价格", "Average price"],
        "LEVEL-FIXED" => language["固定结构平均价格", "Average price at fixed structure"],
        "SPREAD-GOVERNMENT" => language["与10年期国债收益率利差", "Spread over 10-year government bonds"],
        "SPREAD-LPR" => language["与5年期以上LPR利差", "Spread over the 5-year loan prime rate"],
        "TENOR" => language["加权平均期限", "Average tenor"],
        _ => series,
    };
}
