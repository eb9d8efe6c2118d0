using System.Collections.Immutable;

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
    ImmutableArray<ObservationEntry> Observations);

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
    string? Reason);
