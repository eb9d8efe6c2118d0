using System.Collections.Immutable;

namespace Dashboard.Api;

/// <summary>One index as its newest methodology defines it.</summary>
/// <param name="Base">Base period and its value, such as 2022=100; null where there is none.</param>
/// <param name="Groups">Parents before children.</param>
public sealed record IndexDetail(
    string Code, string NameZh, string? NameEn, string Frequency, ImmutableArray<string> Areas, string? Base, int Decimals,
    ImmutableArray<NodeEntry> Groups, ImmutableArray<MethodologyEntry> Methodologies, IndexLinks Links);

/// <param name="Parent">Code of the group above; the index's own code at the top.</param>
/// <param name="Weight">Share of the parent, 0 to 1.</param>
public sealed record NodeEntry(string Code, string NameZh, string? NameEn, string Parent, double Weight);

/// <param name="EffectiveFrom">First period that this version may publish; null means all.</param>
/// <param name="Sha256">Of the file's bytes.</param>
public sealed record MethodologyEntry(string Version, string? Replaces, string? EffectiveFrom, string Sha256, string Page, string File);

/// <summary>One version of one period, for good.</summary>
/// <param name="Kind">initial, revision or correction.</param>
/// <param name="IsSuperseded">True when a later version of the same period is visible.</param>
public sealed record ReleaseEntry(
    string Index, string Period, int Version, string Kind, string? Reason, string MethodologyVersion, DateTimeOffset DataVintage, string Origin,
    DateTimeOffset ReleasedAt, bool IsSuperseded, string Fingerprint, ReleaseLinks Links);

public sealed record ReleaseLinks(string Page, string Csv, string Json, string Xlsx, string SdmxCsv);

/// <param name="Frequency">A, Q or M.</param>
/// <param name="Kind">stock or flow.</param>
/// <param name="Direction">positive: more is better; negative: less is.</param>
/// <param name="Indices">Codes of the indices that it is part of.</param>
public sealed record IndicatorEntry(
    string Code, string NameZh, string? NameEn, string Unit, string Frequency, string Kind, string Direction, string SourceAgency, ImmutableArray<string> Indices);

/// <param name="IsCity">True for the area that the indices are compiled for; the others are its districts.</param>
public sealed record AreaEntry(string Code, string NameZh, string? NameEn, bool IsCity);
