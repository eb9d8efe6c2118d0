using System.Collections.Immutable;
using Dashboard.PageModels.IndexPages;
using Indices.Methodology;
using Indices.Releases;

namespace Dashboard.PageModels.SitePages;

/// <summary>Two versions of an index beside one another: two of one period, or two periods.</summary>
/// <param name="Versions">What can be chosen of the index, newest first; empty before an index is chosen.</param>
/// <param name="Comparison">Null before two versions are chosen.</param>
public sealed record ComparePage(
    PageHead Head, ImmutableArray<Choice> Indices, string? Index, ImmutableArray<Choice> Versions, string? A, string? B, Comparison? Comparison)
{
    public static ComparePage Ask(Definitions? definitions, Language language) => new(
        new PageHead(language, DashboardUrls.Compare, language["比较两次发布", "Compare two releases"],
            language["同一指数两个版本或两个时期的数值、差异、方法和数据。", "Values, differences, methods and data of two versions or periods of an index."], IsIndex: true),
        [.. definitions?.Published
            .Select(m => new Choice(m.Code, m.Name.In(language.IsEnglish))) ?? []],
        null, [], null, null, null);

    /// <param name="history">All visible versions of the index, newest first.</param>
    public static ComparePage AskVersions(Definitions definitions, string code, IReadOnlyList<ReleaseVersion> history, Language language)
    {
        var page = Ask(definitions, language);
        return page with
        {
            Head = page.Head with { Path = $"{DashboardUrls.Compare}?index={code}" },
            Index = code,
            Versions = [.. history.Select(v => new Choice(ReleaseKey.Of(v).ToString(), VersionName(v, language)))],
            B = history.Count > 0 ? ReleaseKey.Of(history[0]).ToString() : null,
            A = history.Count > 1 ? ReleaseKey.Of(history[1]).ToString() : null,
        };
    }

    public static ComparePage Show(Definitions definitions, ReleaseContent a, ReleaseContent b, IReadOnlyList<ReleaseVersion> history, Language language)
    {
        var (index, from, to) = (a.Version.Index, ReleaseKey.Of(a.Version).ToString(), ReleaseKey.Of(b.Version).ToString());
        var page = AskVersions(definitions, index, history, language);
        return page with
        {
            Head = page.Head with { Path = DashboardUrls.CompareOf(index, from, to), IsSynthetic = a.IsSynthetic() || b.IsSynthetic() },
            A = from,
            B = to,
            Comparison = Comparison.Of(a, b, definitions, language),
        };
    }

    internal static string VersionName(ReleaseVersion version, Language language) => language[
        $"{Figures.PeriodName(version.Period, language)} 第{version.Number}版",
        $"{Figures.PeriodName(version.Period, language)} version {version.Number}"];
}

/// <param name="Values">The index and its groups, each in its release's own period.</param>
/// <param name="Indicators">Values that both or one of them used; those that differ are marked.</param>
/// <param name="Periods">Periods of the series whose published value is not the same in both, newest first.</param>
public sealed record Comparison(
    string Name, ComparedRelease A, ComparedRelease B, ImmutableArray<ComparedValue> Values, ImmutableArray<ComparedValue> Contributions,
    ImmutableArray<ComparedValue> Indicators, ImmutableArray<ComparedValue> Periods)
{
    public static Comparison Of(ReleaseContent a, ReleaseContent b, Definitions definitions, Language language)
    {
        var methodology = IndexPageComposer.Methodology(definitions, b.Version);
        var nodes = methodology.Root.Groups.Select(g => g.Code).Prepend(methodology.Code);
        return new(
            methodology.Name.In(language.IsEnglish), ComparedRelease.Of(a, language), ComparedRelease.Of(b, language),
            [.. nodes.Select(node => ComparedValue.Published(
                node == methodology.Code ? methodology.Name.In(language.IsEnglish) : methodology.NameOf(node, language),
                a.At(node, a.Version.Period)?.Text, b.At(node, b.Version.Period)?.Text, language))],
            [.. GroupPoints(a).Keys.Union(GroupPoints(b).Keys).Select(group => ComparedValue.Points(
                methodology.NameOf(group, language), GroupPoints(a).GetValueOrDefault(group), GroupPoints(b).GetValueOrDefault(group), language))],
            [.. methodology.Root.Indicators.Where(i => !IndicatorUse.IsWithheld(definitions, i.Code)).Select(i => ComparedValue.Measured(
                i, a.Scores.FirstOrDefault(s => s.Indicator == i.Code)?.Value, b.Scores.FirstOrDefault(s => s.Indicator == i.Code)?.Value, language))],
            [.. b.Node(methodology.Code).Reverse().Select(v => (v.Period, A: a.At(methodology.Code, v.Period), B: v))
                .Where(p => p.A is not null && p.A.Text != p.B.Text)
                .Select(p => ComparedValue.Published(Figures.PeriodName(p.Period, language), p.A!.Text, p.B.Text, language))]);
    }

    /// <summary>By group, of the change from the period before.</summary>
    private static Dictionary<string, decimal?> GroupPoints(ReleaseContent content) => content.Contributions
        .Where(c => c.From == content.Version.Period.Plus(-1) && c.Indicator != Indices.Calculation.Contribution.MethodChange)
        .GroupBy(c => c.Group).ToDictionary(g => g.Key, g => (decimal?)g.Sum(c => Figures.Exact(c.Text)));
}

/// <summary>One side of a comparison.</summary>
public sealed record ComparedRelease(string Name, string Address, ImmutableArray<Fact> Facts)
{
    public static ComparedRelease Of(ReleaseContent content, Language language)
    {
        var version = content.Version;
        return new(
            ComparePage.VersionName(version, language),
            DashboardUrls.In(language, DashboardUrls.IndexVersion(version.Index, version.Period, version.Number)),
            [
                new(language["性质", "Kind"], StatusWords.Of(version.Kind, language)),
                new(language["原因", "Reason"], ReleaseWords.Kept(version.Reason, language) ?? "–"),
                new(language["发布", "Released"], Figures.Instant(version.ReleasedAt())),
                new(language["数据截至", "Data as of"], Figures.Instant(version.DataVintage.Instant)),
                new(language["方法", "Method"], version.MethodologyVersion),
                new(language["数据性质", "Origin"], StatusWords.Of(version.Origin, language)),
            ]);
    }
}

/// <param name="Difference">B less A; – where one of them is not there.</param>
/// <param name="IsChanged">True when the two read otherwise.</param>
public sealed record ComparedValue(string Name, string A, string B, string Difference, bool IsChanged)
{
    private const string None = "–";

    public static ComparedValue Published(string name, string? a, string? b, Language language) => new(
        name, a is null ? None : Figures.Published(a), b is null ? None : Figures.Published(b),
        a is null || b is null ? None : Figures.PublishedPoints(Figures.PublishedDifference(b, a), language), a != b);

    public static ComparedValue Points(string name, decimal? a, decimal? b, Language language) => new(
        name, Text(a, language), Text(b, language), a is null || b is null ? None : Text(b - a, language), a != b);

    /// <summary>The difference is that of the printed numbers, and there is none where the two are printed in other units.</summary>
    public static ComparedValue Measured(Indicator indicator, double? a, double? b, Language language)
    {
        var (before, after) = (Printed(a), Printed(b));
        return new(
            indicator.Name.In(language.IsEnglish), before?.ToString() ?? None, after?.ToString() ?? None,
            before is not null && after is not null && (before.Before, before.After) == (after.Before, after.After) ? Subtracted(before.Digits, after.Digits) : None,
            before != after);

        FigureParts? Printed(double? value) => value is { } known ? Figures.MeasuredParts(known, indicator.Unit, language) : null;
    }

    private static string Subtracted(string a, string b) =>
        Figures.PublishedChange(Figures.PublishedDifference(Plain(b), Plain(a)));

    private static string Plain(string number) => number.Replace(",", "", StringComparison.Ordinal).Replace('−', '-');

    private static string Text(decimal? points, Language language) => points is { } known
        ? Figures.PublishedPoints(known.ToString(System.Globalization.CultureInfo.InvariantCulture), language)
        : None;
}
