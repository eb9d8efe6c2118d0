using System.Collections.Immutable;
using Indices.Methodology;
using Indices.Observations;
using Indices.Releases;

namespace Dashboard.PageModels.IndexPages;

/// <summary>What a reader asked for, beside the code: a period, one version of it, and the state of what was published at an earlier instant.</summary>
/// <param name="Number">One version for good; null for the newest.</param>
/// <param name="Now">Instant whose publications are shown; the clock's now, or an earlier one when asked for.</param>
/// <param name="IsEarlier">True when <paramref name="Now"/> was asked for.</param>
public sealed record IndexRequest(Indices.Time.Period? Period, int? Number, DateTimeOffset Now, bool IsEarlier, Language Language);

/// <summary>Builds the page of one index from one release version. Pure.</summary>
public static class IndexPageComposer
{
    public static IndexPage Compose(IndexSource source, Definitions definitions, IndexRequest request, Site site)
    {
        var (content, history) = (source.Content, source.History);
        var (version, language) = (content.Version, request.Language);
        var methodology = Methodology(definitions, version);
        var name = methodology.Name.In(language.IsEnglish);
        var isLatest = history.Count == 0 || history[0].Period == version.Period;
        var headline = content.Headline();
        var changes = content.Changes(language).ToImmutableArray();
        return new(
            Head(content, methodology, name, request, changes, site),
            version.Index, name,
            isLatest ? language["最新一期", "Latest release"] : language["非最新一期", "Not the latest release"],
            isLatest && !request.IsEarlier ? null : DashboardUrls.In(language, DashboardUrls.Index(version.Index)),
            IndexNotices.Of(content, history, definitions, request),
            Figures.PeriodName(version.Period, language),
            headline is null ? "" : StatusWords.Of(headline.Status, language),
            headline?.Text is { } text ? Figures.Published(text) : null,
            headline?.Text is null ? ReleaseWords.Kept(headline?.Reason, language) ?? language["不予公布", "withheld"] : null,
            UncertaintyNote.BadgeOf(content, methodology, language),
            changes,
            IndexCard.BaseText(methodology, language),
            MovementSentence.Of(content, methodology, language),
            ReleaseFacts.Of(content, history, definitions, request, site),
            SeriesTable.Chart(content, methodology, language),
            SeriesTable.Rows(content, language),
            ContributionTable.All(content, methodology, language),
            CauseSplit.Of(content, source.Before, source.Causes, methodology, language),
            GroupTable.Rows(content, methodology, language),
            CompanionTable.Rows(content, language),
            IndicatorTable.Rows(content, methodology, definitions.Catalogue, language),
            methodology.PurposeIn(language.IsEnglish),
            DashboardUrls.In(language, DashboardUrls.Methodology(version.Index)),
            UncertaintyNote.Of(content, methodology, language),
            QualityNotes.Of(content, methodology, language),
            RevisedValues.Rows(content, source.Before, methodology, language),
            DashboardUrls.In(language, DashboardUrls.Revisions(version.Index)),
            ReleaseHistory.Rows(history, version, language),
            Citation(version, name, language, site),
            ReleaseFiles.Of(version),
            ReleaseFiles.Latest(version.Index),
            site.License?.AbsoluteUri,
            [.. site.Office.Contacts(language).Select(line => new Fact(line.Name, line.Value))],
            PreRelease(site, language));
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

    private static PageHead Head(
        ReleaseContent content, IndexMethodology methodology, string name, IndexRequest request, ImmutableArray<Change> changes, Site site)
    {
        var (version, language) = (content.Version, request.Language);
        var period = Figures.PeriodName(version.Period, language);
        var value = content.Headline()?.Text is { } text ? Figures.Published(text) : language["不予公布", "withheld"];
        var now = request switch
        {
            { Number: { } number } => DashboardUrls.IndexVersion(version.Index, version.Period, number),
            { Period: null, IsEarlier: false } => DashboardUrls.Index(version.Index),
            _ => DashboardUrls.Index(version.Index, version.Period),
        };
        var path = request.IsEarlier ? DashboardUrls.AsOf(now, request.Now) : now;
        return new(
            language, path, $"{name} {period}",
            $"{name} {period}{language["：", ": "]}{value}{string.Concat(changes.Select(c => $"{language["，", ", "]}{c.Name} {c.Text}"))}",
            Canonical: request.IsEarlier || request.Number is not null ? DashboardUrls.Index(version.Index, version.Period) : path,
            IsSynthetic: content.IsSynthetic(), HasChart: true, IsIndex: true,
            StructuredData: DatasetDescription.Of(content, methodology, language, site),
            Image: DashboardUrls.In(language, DashboardUrls.VersionFile(version.Index, version.Period, version.Number, "share.png")));
    }

    private static string Citation(ReleaseVersion version, string name, Language language, Site site) => language[
        $"{site.Name}：《{name}》（{Figures.PeriodName(version.Period, language)}，第{version.Number}版），{Figures.Instant(version.ReleasedAt())} 发布，{Address(version, site)}，指纹 {version.Fingerprint}。{Demonstration(version, language)}",
        $"{site.EnglishName}: {name}, {Figures.PeriodName(version.Period, language)}, version {version.Number}, released {Figures.Instant(version.ReleasedAt())}, {Address(version, site)}, fingerprint {version.Fingerprint}.{Demonstration(version, language)}"];

    private static string Address(ReleaseVersion version, Site site) =>
        site.Absolute(DashboardUrls.IndexVersion(version.Index, version.Period, version.Number));

    private static string Demonstration(ReleaseVersion version, Language language) =>
        version.Origin == Origin.Synthetic ? language["（演示数据）", " (demonstration data)"] : "";

    /// <summary>Who knows a release before its instant, by role: the work itself, and whom the office names.</summary>
    private static ImmutableArray<string> PreRelease(Site site, Language language) =>
        [language["拟稿人员", "those who prepare the release"], language["审核人员", "those who review it"], language["批准人员", "those who approve it"],
            .. site.Office.PreRelease.Select(role => BilingualText.In(role, language.IsEnglish))];
}
