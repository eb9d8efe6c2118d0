using System.Collections.Immutable;
using Dashboard.PageModels;
using Indices.Methodology;
using Indices.Observations;
using Indices.Releases;

namespace Dashboard.Api;

/// <summary>From releases to the records of the interface. Pure.</summary>
public static class SeriesMapping
{
    /// <summary>One entry for each published index of the definitions, released or not, in their order.</summary>
    public static ImmutableArray<IndexEntry> Entries(Definitions definitions, IReadOnlyList<ReleaseContent> newest) =>
        [.. definitions.Published
            .Select(methodology => new IndexEntry(
                methodology.Code, methodology.Name.Chinese, methodology.Name.English,
                Indices.Time.FrequencyCodes.Code(methodology.Frequency), methodology.Version,
                newest.FirstOrDefault(r => r.Version.Index == methodology.Code) is { } content ? Latest(content) : null,
                Links(methodology.Code)))];

    public static IndexLinks Links(string code) =>
        new(DashboardUrls.Index(code), DashboardUrls.Methodology(code), DashboardUrls.IndexJson(code), DashboardUrls.IndexCsv(code));

    public static ObservationEntry Observation(PublishedValue value) => new(
        value.Period.ToString(), value.Node, Number(value.Text), value.Status.ToString(), value.Coverage, value.Version, Both(value.Reason));

    public static IndexSeries Series(ReleaseContent content, IndexMethodology methodology)
    {
        var version = content.Version;
        return new(
            version.Index, Area(methodology), version.Period.ToString(), version.Number,
            version.Kind.ToString().ToLowerInvariant(), Both(version.Reason), version.ReleasedAt(), version.MethodologyVersion,
            version.DataVintage.Instant, Code(version.Origin), version.Fingerprint,
            [.. content.Values.Select(Observation)],
            content.Uncertainty is { } uncertainty ? UncertaintyMapping.Entry(uncertainty, methodology.Uncertainty ?? new()) : null);
    }

    public static string Code(Origin origin) => origin.ToString().ToLowerInvariant();

    private static string? Area(IndexMethodology methodology) => methodology.Areas.Length == 1 ? methodology.Areas[0] : null;

    private static LatestRelease Latest(ReleaseContent content)
    {
        var (version, headline) = (content.Version, content.Headline());
        return new(
            version.Period.ToString(), Number(headline?.Text), headline?.Status.ToString(), Both(headline?.Reason), Code(version.Origin),
            version.MethodologyVersion, version.Number, version.ReleasedAt(), version.Fingerprint);
    }

    // A decimal keeps the zeros that were published: 106.40 stays 106.40.
    private static decimal? Number(string? text) => text is null ? null : Figures.Exact(text);

    internal static string? Both(string? text) => text is null ? null : BilingualText.Both(text);
}
