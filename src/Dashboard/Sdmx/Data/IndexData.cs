using System.Collections.Immutable;
using System.Globalization;
using Dashboard.Api;
using Dashboard.PageModels;
using Dashboard.Sdmx.Structures;
using Indices.Methodology;
using Indices.Releases;
using Indices.Time;

namespace Dashboard.Sdmx.Data;

/// <summary>From releases to rows of the one data structure. Pure.</summary>
internal sealed class IndexData(Definitions definitions)
{
    private readonly Dictionary<(string, string), IndexMethodology> _methodologies = definitions.Indices.ToDictionary(m => (m.Code, m.Version));

    /// <summary>What is in force: the newest release of every index of the definitions, in their order.</summary>
    internal ImmutableArray<DataRow> Rows(IReadOnlyList<ReleaseContent> newest) =>
        [.. definitions.IndexCodes.SelectMany(code => newest.Where(r => r.Version.Index == code)).SelectMany(r => Rows(r.Version, r.Values))];

    /// <summary>One set for each instant at which something was released, oldest first.</summary>
    internal ImmutableArray<DataSet> History(IReadOnlyList<ReleaseStep> steps) =>
        [.. steps.GroupBy(s => s.Version.ReleasedAt()).OrderBy(g => g.Key)
            .Select(g => new DataSet("Replace", g.Key, [.. g.SelectMany(s => Rows(s.Version, s.Values))]))];

    private IEnumerable<DataRow> Rows(ReleaseVersion version, ImmutableArray<PublishedValue> values)
    {
        if (!_methodologies.TryGetValue((version.Index, version.MethodologyVersion), out var own))
            yield break;
        var area = own.Areas.Length == 1 ? own.Areas[0] : definitions.Catalogue.City?.Code ?? "";
        var release = $"{version.Period}/v{version.Number.ToString(CultureInfo.InvariantCulture)}";
        var releasedAt = UtcText.Of(version.ReleasedAt());
        foreach (var value in values)
        {
            var isPoints = own.IsPrice || value.Node == own.Code;
            yield return new(
            [
                own.Frequency.Code(), area, own.Code, value.Node, Time(value.Period), value.Text,
                isPoints ? "IX" : "SC", isPoints ? Base(own) : null, own.Rounding.Index.ToString(CultureInfo.InvariantCulture),
                SeriesMapping.Code(version.Origin), release, releasedAt,
                value.Status.ToString(), value.Coverage.ToString("R", CultureInfo.InvariantCulture), value.Version,
                value.Reason is { } reason ? BilingualText.Both(reason) : null,
            ], value.Period);
        }
    }

    /// <summary>As SDMX writes instants: UTC, to the second.</summary>

    // A range of two months has no name of its own in SDMX.
    private static string Time(Period period) => period.IsMergedJanuaryFebruary
        ? period.Start.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) + "/P2M"
        : period.ToString();

    private static string? Base(IndexMethodology methodology) =>
        methodology.Base is { } rule ? $"{rule}={rule.Value.ToString("R", CultureInfo.InvariantCulture)}" : null;
}
