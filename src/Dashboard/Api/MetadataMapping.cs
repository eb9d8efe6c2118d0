using System.Collections.Immutable;
using System.Globalization;
using Dashboard.PageModels;
using Indices.Methodology;
using Indices.Releases;
using Indices.Time;

namespace Dashboard.Api;

/// <summary>From definitions and versions to the records of the interface. Pure.</summary>
internal static class MetadataMapping
{
    /// <param name="versions">Oldest first.</param>
    internal static IndexDetail Detail(ImmutableArray<IndexMethodology> versions)
    {
        var own = versions[^1];
        return new(
            own.Code, own.Name.Chinese, own.Name.English, own.Frequency.Code(), own.Areas,
            own.Base is { } rule ? $"{rule}={rule.Value.ToString("R", CultureInfo.InvariantCulture)}" : null, own.Rounding.Index,
            [.. Nodes(own.Root)], [.. versions.Select(Methodology)], SeriesMapping.Links(own.Code));
    }

    internal static ReleaseEntry Release(ReleaseVersion version, IReadOnlyList<ReleaseVersion> history) => new(
        version.Index, version.Period.ToString(), version.Number, EnumName.Of(version.Kind), SeriesMapping.Both(version.Reason), version.MethodologyVersion,
        version.DataVintage.Instant, SeriesMapping.Code(version.Origin), version.ReleasedAt(),
        history.Any(other => other.Period == version.Period && other.Number > version.Number), version.Fingerprint,
        new(
            DashboardUrls.IndexVersion(version.Index, version.Period, version.Number), File(version, "data.csv"), File(version, "data.json"),
            File(version, "data.xlsx"), File(version, "data.sdmx.csv")));

    internal static ImmutableArray<IndicatorEntry> Indicators(Definitions definitions)
    {
        var all = definitions.Published
            .SelectMany(m => m.Root.Indicators, (index, indicator) => (Index: index.Code, Indicator: indicator)).ToLookup(p => p.Indicator.Code);
        return [.. all.Select(group => (group.First().Indicator, group)).Select(p => new IndicatorEntry(
            p.Indicator.Code, p.Indicator.Name.Chinese, p.Indicator.Name.English, p.Indicator.Unit, p.Indicator.Frequency.Code(),
            p.Indicator.IsStock ? "stock" : "flow", EnumName.Of(p.Indicator.Direction), p.Indicator.SourceAgency, [.. p.group.Select(g => g.Index)]))];
    }

    internal static ImmutableArray<AreaEntry> Areas(Definitions definitions) =>
        [.. definitions.Catalogue.Areas.OrderByDescending(a => a.IsCity).Select(a => new AreaEntry(a.Code, a.Name.Chinese, a.Name.English, a.IsCity))];

    private static IEnumerable<NodeEntry> Nodes(IndexGroup parent) => parent.Children.OfType<IndexGroup>().SelectMany(group =>
        Nodes(group).Prepend(new(group.Code, group.Name.Chinese, group.Name.English, parent.Code, group.Weight.Value)));

    private static MethodologyEntry Methodology(IndexMethodology version) => new(
        version.Version, version.Replaces, version.EffectiveFrom?.ToString(), version.Sha256,
        DashboardUrls.MethodologyVersion(version.Code, version.Version), DashboardUrls.MethodologyFile(version.Code, version.Version));

    private static string File(ReleaseVersion version, string file) => DashboardUrls.VersionFile(version.Index, version.Period, version.Number, file);
}
