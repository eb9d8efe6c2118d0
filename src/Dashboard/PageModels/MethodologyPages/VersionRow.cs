using System.Collections.Immutable;
using Indices.Calculation;

namespace Dashboard.PageModels.MethodologyPages;

/// <summary>One version of the method and what it changed against the one before.</summary>
/// <param name="Address">Page of the version.</param>
/// <param name="Link">How it was joined to the version before; null for the first.</param>
/// <param name="Changes">Null for the first version.</param>
/// <param name="File">Address of the file; null when it is not kept.</param>
public sealed record VersionRow(
    string Version, bool IsShown, string Address, string AppliesFrom, string? Link, ImmutableArray<VersionChange>? Changes, string? File, string Sha256)
{
    private const int Digits = 8;

    /// <summary>Newest first.</summary>
    public static ImmutableArray<VersionRow> All(MethodologySource source, Language language) =>
        [.. source.Versions.Select((_, at) => Of(source, at, language)).Reverse()];

    private static VersionRow Of(MethodologySource source, int at, Language language)
    {
        var version = source.Versions[at];
        var isNewest = at == source.Versions.Length - 1;
        return new(
            version.Version, version.Version == source.Shown.Version,
            DashboardUrls.In(language, isNewest ? DashboardUrls.Methodology(version.Code) : DashboardUrls.MethodologyVersion(version.Code, version.Version)),
            SummaryFacts.From(version, language),
            version.Link is { } link ? Joined(source, at, SummaryFacts.Overlap(link, language), language) : null,
            at == 0 ? null : VersionDifference.Between(source.Versions[at - 1], version, source.Catalogue, language),
            source.StoredFiles.Contains(version.Version) ? DashboardUrls.MethodologyFile(version.Code, version.Version) : null,
            version.Sha256);
    }

    private static string Joined(MethodologySource source, int at, string overlap, Language language)
    {
        var version = source.Versions[at];
        var factor = source.Frozen.Find(FrozenParameters.Link(version.Version)) is { } number
            ? language[$"，链接系数 {Figures.Significant(number, Digits)}（已冻结）", $", link factor {Figures.Significant(number, Digits)} (frozen)"]
            : language["，链接系数在重叠期全部结束修订后冻结", "; the link factor is frozen once the overlap is closed to revision"];
        return language[
            $"与 {version.Replaces} 版在{overlap}重叠{factor}。", $"Overlaps {version.Replaces} in {overlap}{factor}."];
    }
}
