using System.Text.Json;
using Indices.Calculation;
using Indices.Observations;

namespace Indices.Releases;

/// <summary>The part of a receipt that names every input: series, period, vintage and document. Values are not in it, as some are confidential.</summary>
/// <remarks>A published value of a node rests on the series of the indicators below it in the methodology's tree.</remarks>
internal static class ReceiptInputs
{
    internal static void Write(Utf8JsonWriter json, IndexInputs inputs)
    {
        var observations = inputs.Snapshot.Observations.Where(o => o.Series.Scope.Length == 0).ToArray();
        var documents = observations.Select(o => o.DocumentSha256).Concat(inputs.Snapshot.Deals.Select(d => d.DocumentSha256))
            .Distinct().Order(StringComparer.Ordinal).Index().ToDictionary(d => d.Item, d => d.Index);
        json.WriteStartArray("documents");
        foreach (var sha256 in documents.Keys)
            json.WriteStringValue(sha256);
        json.WriteEndArray();
        json.WriteStartArray("inputs");
        foreach (var series in observations.GroupBy(o => o.Series))
            Series(json, series.Key, series, documents);
        json.WriteEndArray();
        Deals(json, inputs.Snapshot.Deals, documents);
    }

    private static void Series(Utf8JsonWriter json, SeriesId id, IEnumerable<Observation> observations, Dictionary<string, int> documents)
    {
        json.WriteStartObject();
        json.WriteString("indicator", id.Indicator);
        json.WriteString("measure", id.Measure);
        json.WriteString("area", id.Area);
        json.WriteString("origin", id.Origin.ToString());
        json.WriteStartArray("values");
        foreach (var o in observations)
        {
            json.WriteStartArray();
            json.WriteStringValue(o.Period.ToString());
            json.WriteStringValue(o.Vintage.ToString());
            json.WriteNumberValue(documents[o.DocumentSha256]);
            json.WriteEndArray();
        }
        json.WriteEndArray();
        json.WriteEndObject();
    }

    /// <summary>By vintage and document alone: a single deal would name its users of funds.</summary>
    private static void Deals(Utf8JsonWriter json, IReadOnlyList<Deal> deals, Dictionary<string, int> documents)
    {
        json.WriteStartArray("deals");
        foreach (var (vintage, document) in deals.Select(d => (Vintage: d.Vintage.ToString(), Document: documents[d.DocumentSha256])).Distinct()
            .OrderBy(d => d.Vintage, StringComparer.Ordinal).ThenBy(d => d.Document))
        {
            json.WriteStartArray();
            json.WriteStringValue(vintage);
            json.WriteNumberValue(document);
            json.WriteEndArray();
        }
        json.WriteEndArray();
    }
}
