using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace Dashboard.Api;

/// <summary>One index in the list. The fields of the newest release are null when nothing is published.</summary>
public sealed record IndexEntry(
    string Code,
    string NameZh,
    string? NameEn,
    string Frequency,
    string MethodologyVersion,
    LatestRelease? Latest,
    IndexLinks Links);

/// <param name="Value">As published, with all its decimals; null when withheld.</param>
/// <param name="Status">Letter of SDMX CL_OBS_STATUS.</param>
/// <param name="Origin">official, public or synthetic.</param>
public sealed record LatestRelease(
    string Period,
    decimal? Value,
    string? Status,
    string? Reason,
    string Origin,
    string MethodologyVersion,
    int ReleaseVersion,
    DateTimeOffset ReleasedAt,
    string Fingerprint);

public sealed record IndexLinks(string Page, string Methodology, string ObservationsJson, string ObservationsCsv);

/// <summary>The whole series as one release published it.</summary>
/// <param name="Period">Period that the release is for; the series ends there.</param>
/// <param name="DataVintage">Nothing that became known later was used.</param>
public sealed record IndexSeries(
    string Index,
    string? Area,
    string Period,
    int ReleaseVersion,
    string ReleaseKind,
    string? ReleaseReason,
    DateTimeOffset ReleasedAt,
    string MethodologyVersion,
    DateTimeOffset DataVintage,
    string Origin,
    string Fingerprint,
    ImmutableArray<ObservationEntry> Observations,
    UncertaintyEntry? Uncertainty)
{
    /// <summary>Observations on all pages.</summary>
    public int Total { get; init; } = Observations.Length;
}

/// <summary>What method and data leave open about the value of the release's own period. Not a sampling confidence interval.</summary>
/// <param name="Previous">Period that changes refer to; null when it has no published value.</param>
/// <param name="Seed">64 bits as text: most readers would round the number.</param>
/// <param name="Draws">Rows of each of two samples.</param>
/// <param name="LowerQuantile">Share of draws below every <c>lower</c>.</param>
/// <param name="UpperQuantile">Share of draws below every <c>upper</c>.</param>
/// <param name="IsDirectionUncertain">Whether the draws leave open that the index rose; null without a change.</param>
/// <param name="Interval">Under the published normalisation: the published interval.</param>
/// <param name="AmplitudeMatched">Under all normalisations at the published amplitude; null before enough periods are closed.</param>
/// <param name="Sensitivity">Shares of groups of inputs in the variance under all normalisations, of the index and then of its change.</param>
public sealed record UncertaintyEntry(
    string? Previous,
    string Seed,
    int Draws,
    double LowerQuantile,
    double UpperQuantile,
    bool? IsDirectionUncertain,
    SpreadEntry Interval,
    SpreadEntry? AmplitudeMatched,
    ImmutableArray<SensitivityEntry> Sensitivity);

/// <summary>Of the draws, in index points.</summary>
/// <param name="Change">Null without a period before.</param>
/// <param name="ProbabilityOfRise">Share of draws in which the index rose, 0 to 1.</param>
public sealed record SpreadEntry(DistributionEntry Index, DistributionEntry? Change, double? ProbabilityOfRise);

public sealed record DistributionEntry(double Mean, double StandardDeviation, double Lower, double Median, double Upper);

/// <param name="Output">index or change.</param>
/// <param name="Group">weights, normalisation, aggregation, imputation or revision.</param>
/// <param name="FirstOrder">Share that the group explains alone, with bounds from a bootstrap.</param>
/// <param name="Total">Share that it takes part in.</param>
public sealed record SensitivityEntry(string Output, string Group, BoundedShare FirstOrder, BoundedShare Total);

public sealed record BoundedShare(double Estimate, double Lower, double Upper);

/// <param name="Node">Code of the index or of a group.</param>
/// <param name="Coverage">Share of weight observed, 0 to 1.</param>
/// <param name="Reason">Why there is no value; null when there is.</param>
public sealed record ObservationEntry(
    string Period,
    string Node,
    decimal? Value,
    string Status,
    double Coverage,
    string MethodologyVersion,
    string? Reason)
{
    /// <summary>Period and version of the release that brought it, such as 2025-Q3/v1; in a history alone.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Release { get; init; }

    /// <summary>In a history alone.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public DateTimeOffset? ReleasedAt { get; init; }
}
