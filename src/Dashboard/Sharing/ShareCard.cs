using System.Collections.Immutable;
using Dashboard.PageModels;
using Indices.Methodology;
using Indices.Releases;

namespace Dashboard.Sharing;

/// <summary>What stands in the picture of a release, in final text.</summary>
/// <param name="Trend">Values of the index, oldest first, null where withheld.</param>
/// <param name="Mark">演示数据; null for real figures.</param>
public sealed record ShareCard(
    string Site, string Name, string Period, string Value, string Changes, string Base, string Released, string? Mark, ImmutableArray<double?> Trend)
{
    private const int TrendLength = 24, ShownFingerprint = 12;

    /// <summary>All that is drawn as letters.</summary>
    public IEnumerable<string> Texts => [Site, Name, Period, Value, Changes, Base, Released, Mark ?? ""];

    public static ShareCard Of(ReleaseContent content, IndexMethodology methodology, Site site, Language language)
    {
        var (version, headline) = (content.Version, content.Headline());
        return new(
            Plain(site.In(language)),
            Plain(methodology.Name.In(language.IsEnglish)),
            Plain($"{Figures.PeriodName(version.Period, language)} · {language[$"第{version.Number}版", $"version {version.Number}"]}{(headline is null ? "" : $" · {StatusWords.Of(headline.Status, language)}")}"),
            Plain(headline?.Text is { } text ? Figures.Published(text) : language["不予公布", "withheld"]),
            Plain(string.Join("   ", content.Changes(language).Select(c => $"{c.Arrow} {c.Text} {c.Name}"))),
            Plain(IndexCard.BaseText(methodology, language)),
            Plain($"{Figures.Instant(version.ReleasedAt())} {language["发布", "released"]} · {language["指纹", "fingerprint"]} {version.Fingerprint[..Math.Min(ShownFingerprint, version.Fingerprint.Length)]}"),
            content.IsSynthetic() ? language["演示数据", "演示数据 DEMONSTRATION DATA"] : null,
            [.. content.Node(methodology.Code).TakeLast(TrendLength).Select(v => v.Text is { } t ? (double?)(double)Figures.Exact(t) : null)]);
    }

    /// <summary>Few fonts have narrow and hard spaces, and a picture breaks no lines.</summary>
    private static string Plain(string text) => text.Replace('\u202f', ' ').Replace('\u00a0', ' ');
}
