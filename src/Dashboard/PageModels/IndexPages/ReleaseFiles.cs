using System.Collections.Immutable;
using Indices.Releases;

namespace Dashboard.PageModels.IndexPages;

/// <param name="Name">Of the format.</param>
public sealed record Download(string Name, string Address);

/// <summary>The files that a release version can be had as.</summary>
public static class ReleaseFiles
{
    /// <summary>Format, media type and file name.</summary>
    public static ImmutableArray<(string Format, string MediaType, string Name)> All { get; } =
    [
        ("CSV", "text/csv", "data.csv"),
        ("XLSX", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "data.xlsx"),
        ("JSON", "application/json", "data.json"),
        ("SDMX-CSV", "application/vnd.sdmx.data+csv", "data.sdmx.csv"),
        ("ZIP", "application/zip", "bundle.zip"),
    ];

    /// <summary>Of this version, for good.</summary>
    public static ImmutableArray<Download> Of(ReleaseVersion version) =>
        [.. All.Select(f => new Download(f.Format, DashboardUrls.VersionFile(version.Index, version.Period, version.Number, f.Name)))];

    /// <summary>Of whatever release is the newest when they are asked for.</summary>
    public static ImmutableArray<Download> Latest(string index) => [.. All.Select(f => new Download(f.Format, DashboardUrls.LatestFile(index, f.Name)))];
}
