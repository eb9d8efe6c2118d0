using System.Collections.Immutable;
using Dashboard.Components.Charts;

namespace Dashboard.PageModels.IndexPages;

/// <summary>Everything that the page of one index in one period shows, in final text. All of it comes from one release version.</summary>
/// <param name="Tag">最新一期 or 非最新一期.</param>
/// <param name="Latest">Address of the newest release, when this is not it.</param>
/// <param name="Notices">What a reader has to know before the number; empty when there is nothing to say.</param>
/// <param name="Value">Published text of the headline; null when withheld.</param>
/// <param name="Withheld">Why the headline is withheld.</param>
/// <param name="Badge">How far the direction of change can be relied on; null where nothing was drawn.</param>
/// <param name="Sentence">What moved the index, in one sentence.</param>
public sealed record IndexPage(
    PageHead Head,
    string Code,
    string Name,
    string Tag,
    string? Latest,
    ImmutableArray<Notice> Notices,
    string Period,
    string Status,
    string? Value,
    string? Withheld,
    string? Badge,
    ImmutableArray<Change> Changes,
    string Base,
    string? Sentence,
    ImmutableArray<Fact> Facts,
    ChartData Chart,
    ImmutableArray<SeriesRow> Series,
    ImmutableArray<ContributionTable> Contributions,
    CauseSplit? Causes,
    ImmutableArray<GroupRow> Groups,
    ImmutableArray<CompanionRow> Companions,
    ImmutableArray<IndicatorRow> Indicators,
    string Purpose,
    string MethodologyAddress,
    UncertaintyNote? Uncertainty,
    ImmutableArray<string> Quality,
    ImmutableArray<RevisedRow> Revised,
    string RevisionsAddress,
    ImmutableArray<HistoryRow> History,
    string Citation,
    ImmutableArray<Download> Files,
    ImmutableArray<Download> LatestFiles,
    string? License,
    ImmutableArray<Fact> Contacts,
    ImmutableArray<string> PreRelease);

public sealed record Fact(string Name, string Text);

/// <summary>The page of an index of which nothing is published yet.</summary>
public sealed record EmptyIndexPage(PageHead Head, string Name, string Purpose, string Next, string MethodologyAddress);
