using System.Collections.Immutable;
using Indices.Methodology;
using Indices.Observations;
using Indices.Releases;

namespace Dashboard.PageModels.IndexPages;

/// <summary>What a reader asked for, beside the code: a period, and the state of what was published at an earlier instant.</summary>
/// <param name="Now">Instant whose publications are shown; the clock's now, or an earlier one when asked for.</param>
/// <param name="IsEarlier">True when <paramref name="Now"/> was asked for.</param>
public sealed record IndexRequest(Indices.Time.Period? Period, DateTimeOffset Now, bool IsEarlier, Language Language);

/// <summary>Builds the page of one index from one release version. Pure.</summary>
public static class IndexPageComposer
{
    private const int ShownFingerprint = 12;

    /// <param name="history">All versions visible at the instant asked for, newest period first.</param>
    public static IndexPage Compose(ReleaseContent content, IReadOnlyList<ReleaseVersion> history, Definitions definitions, IndexRequest request, Site site)
    {
        var (version, language) = (content.Version, request.Language);
        var methodology = Methodology(definitions, version);
        var name = methodology.Name.In(language.IsEnglish);
        var isLatest = history.Count == 0 || history[0].Period == version.Period;
        var headline = content.Headline();
        var changes = content.Changes(language).ToImmutableArray();
        return new(
            Head(content, name, request, changes),
            version.Index, name,
            isLatest ? language["最新一期", "Latest release"] : language["非最新一期", "Not the latest release"],
            isLatest && !request.IsEarlier ? null : DashboardUrls.In(language, DashboardUrls.Index(version.Index)),
            Banner(version, request),
            Figures.PeriodName(version.Period, language),
            headline is null ? "" : StatusWords.Of(headline.Status, language),
            headline?.Text is { } text ? Figures.Published(text) : null,
            headline?.Text is null ? ReleaseWords.Kept(headline?.Reason, language) ?? language["不予公布", "withheld"] : null,
            changes,
            IndexCard.BaseText(methodology, language),
            MovementSentence.Of(content, methodology, language),
            Facts(content, history, definitions, request),
            SeriesTable.Chart(content, methodology, language),
            SeriesTable.Rows(content, language),
            ContributionTable.All(content, methodology, language),
            GroupTable.Rows(content, methodology, language),
            CompanionTable.Rows(content, language),
            IndicatorTable.Rows(content, methodology, definitions.Catalogue, language),
            methodology.PurposeIn(language.IsEnglish),
            DashboardUrls.In(language, DashboardUrls.Methodology(version.Index)),
            UncertaintyNote.Of(content, methodology, language),
            QualityNotes.Of(content, methodology, language),
            ReleaseHistory.Rows(history, version, language),
            Citation(version, name, language, site),
            Downloads(version, request));
    }

    /// <summary>The page of an index that has no visible release.</summary>
    public static EmptyIndexPage Empty(IndexMethodology methodology, Definitions definitions, IndexRequest request)
    {
        var language = request.Language;
        var name = methodology.Name.In(language.IsEnglish);
        var next = NextRelease.Of(methodology, null, definitions.Calendar, request.Now);
        return new(
            new PageHead(language, DashboardUrls.Index(methodology.Code), name,
                language[$"{name}尚未发布。", $"The {name} is not published yet."], IsIndex: true),
            name, methodology.PurposeIn(language.IsEnglish),
            next is null ? language["待定", "to be announced"] : $"{Figures.PeriodName(next.Period, language)} · {next.Text(request.Now, language)}",
            DashboardUrls.In(language, DashboardUrls.Methodology(methodology.Code)));
    }

    /// <summary>The methodology that the release was made with.</summary>
    public static IndexMethodology Methodology(Definitions definitions, ReleaseVersion version)
    {
        var versions = definitions.Versions(version.Index);
        return versions.FirstOrDefault(m => m.Version == version.MethodologyVersion) ?? versions[^1];
    }

    private static PageHead Head(ReleaseContent content, string name, IndexRequest request, ImmutableArray<Change> changes)
    {
        var (version, language) = (content.Version, request.Language);
        var period = Figures.PeriodName(version.Period, language);
        var value = content.Headline()?.Text is { } text ? Figures.Published(text) : language["不予公布", "withheld"];
        var path = (request.Period, request.IsEarlier) switch
        {
            (_, true) => DashboardUrls.IndexAsOf(version.Index, version.Period, request.Now),
            ({ } asked, _) => DashboardUrls.Index(version.Index, asked),
            _ => DashboardUrls.Index(version.Index),
        };
        return new(
            language, path, $"{name} {period}",
            $"{name} {period}{language["：", ": "]}{value}{string.Concat(changes.Select(c => $"{language["，", ", "]}{c.Name} {c.Text}"))}",
            Canonical: request.IsEarlier ? DashboardUrls.Index(version.Index, version.Period) : path,
            IsSynthetic: content.IsSynthetic(), HasChart: true, IsIndex: true);
    }

    private static string? Banner(ReleaseVersion version, IndexRequest request)
    {
        var language = request.Language;
        if (request.IsEarlier)
            return language[
                $"这是 {Figures.Instant(request.Now)} 时已发布的内容，可能已被后来的版本取代。",
                $"This is what was published at {Figures.Instant(request.Now)}; later versions may have replaced it."];
        return version.Kind switch
        {
            ReleaseKind.Correction => language["更正公告：", "Correction: "] + ReleaseWords.Kept(version.Reason, language),
            ReleaseKind.Revision => language["计划修订：", "Planned revision: "] + ReleaseWords.Kept(version.Reason, language),
            _ => null,
        };
    }

    private static ImmutableArray<Fact> Facts(ReleaseContent content, IReadOnlyList<ReleaseVersion> history, Definitions definitions, IndexRequest request)
    {
        var (version, language) = (content.Version, request.Language);
        var newest = history.Count == 0 ? version.Period : history[0].Period;
        var next = NextRelease.Of(definitions.Versions(version.Index)[^1], newest, definitions.Calendar, request.Now);
        Fact[] facts =
        [
            new(language["发布", "Released"], Figures.Instant(version.ReleasedAt())),
            new(language["数据截至", "Data as of"], Figures.Instant(version.DataVintage.Instant)),
            new(language["方法", "Method"], version.MethodologyVersion),
            new(language["版本", "Version"], version.Number.ToString(System.Globalization.CultureInfo.InvariantCulture)),
            new(language["指纹", "Fingerprint"], version.Fingerprint[..Math.Min(ShownFingerprint, version.Fingerprint.Length)]),
            new(language["数据来源", "Origin"], StatusWords.Of(version.Origin, language)),
        ];
        return next is null
            ? [.. facts]
            : [.. facts, new(language["下次发布", "Next release"], $"{Figures.PeriodName(next.Period, language)} {next.Text(request.Now, language)}")];
    }

    private static string Citation(ReleaseVersion version, string name, Language language, Site site) => language[
        $"{site.Name}：《{name}》（{Figures.PeriodName(version.Period, language)}，第{version.Number}版），{Figures.Instant(version.ReleasedAt())} 发布，指纹 {version.Fingerprint}。{Demonstration(version, language)}",
        $"{site.EnglishName}: {name}, {Figures.PeriodName(version.Period, language)}, version {version.Number}, released {Figures.Instant(version.ReleasedAt())}, fingerprint {version.Fingerprint}.{Demonstration(version, language)}"];

    private static string Demonstration(ReleaseVersion version, Language language) =>
        version.Origin == Origin.Synthetic ? language["（演示数据）", " (demonstration data)"] : "";

    private static ImmutableArray<Download> Downloads(ReleaseVersion version, IndexRequest request)
    {
        var language = request.Language;
        var asOf = request.IsEarlier ? request.Now : (DateTimeOffset?)null;
        return
        [
            new("CSV " + language["本期", "(this release)"], DashboardUrls.Observations(version.Index, "csv", version.Period, asOf)),
            new("JSON " + language["本期", "(this release)"], DashboardUrls.Observations(version.Index, "json", version.Period, asOf)),
            new("CSV " + language["最新", "(always the latest)"], DashboardUrls.IndexCsv(version.Index)),
            new("JSON " + language["最新", "(always the latest)"], DashboardUrls.IndexJson(version.Index)),
        ];
    }
}
