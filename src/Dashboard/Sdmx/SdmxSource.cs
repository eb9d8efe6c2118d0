using System.Collections.Immutable;
using Dashboard.Api;
using Dashboard.PageModels;
using Dashboard.Sdmx.Data;
using Dashboard.Sdmx.Structures;
using Indices.Methodology;

namespace Dashboard.Sdmx;

/// <summary>Structures and data as one instant shows them.</summary>
internal sealed class SdmxSource(PublicReaders readers)
{
    internal PublicReaders Readers => readers;

    /// <summary>Null before there are definitions.</summary>
    internal async Task<(IndexStructures Structures, Definitions Definitions)?> Open(CancellationToken cancellation) =>
        await readers.Definitions.Current(cancellation) is { } definitions ? (IndexStructures.Of(definitions), definitions) : null;

    /// <summary>What was published at an instant: whole, with its history, or what changed since another instant.</summary>
    internal async Task<ImmutableArray<DataSet>> Sets(
        Definitions definitions, DateTimeOffset instant, DateTimeOffset? updatedAfter, bool withHistory, CancellationToken cancellation)
    {
        var data = new IndexData(definitions);
        if (!withHistory && updatedAfter is null)
            return [new("Information", null, data.Rows(await readers.Releases.Newest(instant, cancellation)))];
        var changes = data.History(await readers.Releases.Steps(null, instant, cancellation)).Where(s => updatedAfter is null || s.ValidFrom > updatedAfter).ToArray();
        if (withHistory)
            return [.. changes];
        // Of each observation that changed, the newest: the dictionary keeps the place of the first.
        var newest = new Dictionary<(SeriesKey, Indices.Time.Period), DataRow>();
        foreach (var row in changes.SelectMany(s => s.Rows))
            newest[(SeriesKey.Of(row), row.Period)] = row;
        return [new("Replace", null, [.. newest.Values])];
    }

    /// <summary>Instant of the newest release that shows at an instant: when a message of it was prepared.</summary>
    internal async Task<DateTimeOffset> Prepared(DateTimeOffset instant, CancellationToken cancellation) =>
        (await readers.Releases.Newest(instant, cancellation)).Select(r => r.Version.ReleasedAt()).DefaultIfEmpty(DateTimeOffset.UnixEpoch).Max();

    /// <summary>Codes and time range of the rows found.</summary>
    /// <param name="components">Dimensions to be told; empty for all.</param>
    internal static Constraint Constraint(Dataflow flow, IReadOnlyCollection<DataRow> rows, ImmutableArray<string> components, bool isAvailability)
    {
        bool IsTold(string id) => components.IsEmpty || components.Contains(id);
        var values = flow.Structure.Components.Select((c, i) => (Component: c, Place: i)).Where(c => c.Component.Role == Role.Dimension && IsTold(c.Component.Id))
            .Select(c => KeyValuePair.Create(c.Component.Id, rows.Select(r => r.Cells[c.Place]!).Distinct().ToImmutableArray()))
            .Where(p => !p.Value.IsEmpty).ToImmutableArray();
        var hasTime = rows.Count > 0 && IsTold("TIME_PERIOD");
        return new(
            flow.Agency, isAvailability ? "AVAILABLE" : "CR_INDICES", new LocalText("已发布数据的范围", "Published data"), flow, values,
            hasTime ? rows.Min(r => r.Period.Start) : null, hasTime ? rows.Max(r => r.Period.End) : null,
            rows.DistinctBy(SeriesKey.Of).Count(), rows.Count)
        { IsAvailability = isAvailability };
    }
}
