using System.Collections.Immutable;
using Indices.Methodology;
using Indices.Releases;

namespace Dashboard.PageModels;

/// <summary>The home page and the list of indices.</summary>
/// <param name="Document">The policy document that the targets and indices come from; empty when no targets are loaded.</param>
/// <param name="Targets">How many targets are in each status, in words; empty when no targets are loaded.</param>
/// <param name="Calendar">Announced releases, soonest first.</param>
/// <param name="Released">The newest release of each index, newest first.</param>
public sealed record HomePage(
    PageHead Head,
    string Document,
    ImmutableArray<IndexCard> Cards,
    ImmutableArray<StatusCount> Targets,
    ImmutableArray<CalendarRow> Calendar,
    ImmutableArray<ReleasedRow> Released)
{
    public static HomePage Compose(
        Definitions? definitions, IReadOnlyList<ReleaseContent> newest, ImmutableArray<StatusCount> targets, DateTimeOffset now, Language language, Site site)
    {
        var cards = definitions is null ? [] : IndexCard.All(definitions, newest, now, language);
        return new(
            new PageHead(language, DashboardUrls.Home, language["首页", "Home"],
                language[$"{site.Name}：各项指数的最新数值、目标进展、编制方法与数据下载。", $"{site.EnglishName}: latest values, progress of the targets, methods and data."],
                IsSynthetic: cards.Any(c => c.IsSynthetic) || targets.Any(t => t.IsSynthetic), IsIndex: true),
            definitions?.Targets?.Document ?? "",
            cards, targets,
            definitions is null ? [] : CalendarRow.All(definitions, newest, now, language),
            definitions is null ? [] : ReleasedRow.All(definitions, newest, language));
    }

    /// <summary>The same cards as a page of their own.</summary>
    public static HomePage ComposeList(Definitions? definitions, IReadOnlyList<ReleaseContent> newest, DateTimeOffset now, Language language, Site site)
    {
        var home = Compose(definitions, newest, [], now, language, site);
        return home with
        {
            Head = home.Head with
            {
                Path = DashboardUrls.Indices,
                Title = language["指数", "Indices"],
                Description = language["全部指数的最新数值、环比与同比变化。", "Latest values and changes of all indices."],
            },
        };
    }
}

/// <param name="Word">Shape and word of the status.</param>
/// <param name="IsSynthetic">True when the rating of any of them rests on demonstration data.</param>
public sealed record StatusCount(string Word, int Count, bool IsSynthetic)
{
    /// <summary>Best status first; empty before the targets are loaded.</summary>
    public static ImmutableArray<StatusCount> All(TargetStandings? standings, Language language)
    {
        if (standings is null)
            return [];
        var tiles = standings.Targets.Select(t => TargetTile.Of(t, language)).ToList();
        return [.. TargetCount.Of(tiles, language).Select(c => new StatusCount(
            $"{c.Look.Shape} {c.Look.Word}", c.Count, tiles.Any(t => t.Status == c.Look && t.IsSynthetic)))];
    }
}

/// <summary>One announced release.</summary>
public sealed record CalendarRow(string Name, string Address, string Period, string Instant)
{
    public static ImmutableArray<CalendarRow> All(Definitions definitions, IReadOnlyList<ReleaseContent> newest, DateTimeOffset now, Language language) =>
        [.. definitions.IndexCodes
            .Select(code => (Methodology: definitions.Versions(code)[^1], Newest: newest.FirstOrDefault(r => r.Version.Index == code)?.Version.Period))
            .Select(i => (i.Methodology, Next: NextRelease.Of(i.Methodology, i.Newest, definitions.Calendar, now)))
            .Where(i => i.Next is not null)
            .OrderBy(i => i.Next!.Instant ?? DateTimeOffset.MaxValue)
            .Select(i => new CalendarRow(
                i.Methodology.Name.In(language.IsEnglish), DashboardUrls.In(language, DashboardUrls.Index(i.Methodology.Code)),
                Figures.PeriodName(i.Next!.Period, language), i.Next.Text(now, language)))];
}

/// <summary>One release that is out.</summary>
public sealed record ReleasedRow(string Name, string Address, string Period, string Kind, string Instant)
{
    public static ImmutableArray<ReleasedRow> All(Definitions definitions, IReadOnlyList<ReleaseContent> newest, Language language) =>
        [.. newest.Select(r => r.Version).OrderByDescending(v => v.ReleasedAt()).ThenBy(v => v.Index, StringComparer.Ordinal).Select(v => new ReleasedRow(
            definitions.Versions(v.Index)[^1].Name.In(language.IsEnglish),
            DashboardUrls.In(language, DashboardUrls.IndexVersion(v.Index, v.Period, v.Number)),
            Figures.PeriodName(v.Period, language), StatusWords.Of(v.Kind, language), Figures.Instant(v.ReleasedAt())))];
}
