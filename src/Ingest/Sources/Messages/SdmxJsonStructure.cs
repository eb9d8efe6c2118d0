using System.Globalization;
using System.Text.Json;

namespace Ingest.Sources.Messages;

/// <summary>What the places of keys and attributes mean in an SDMX-JSON message.</summary>
internal sealed class SdmxJsonStructure(JsonElement structure)
{
    internal IReadOnlyList<Component> DataSetDimensions { get; } = Components(structure, "/dimensions/dataSet");

    internal IReadOnlyList<Component> SeriesDimensions { get; } = Components(structure, "/dimensions/series");

    internal IReadOnlyList<Component> ObservationDimensions { get; } = Components(structure, "/dimensions/observation");

    internal IReadOnlyList<Component> DataSetAttributes { get; } = Components(structure, "/attributes/dataSet");

    internal IReadOnlyList<Component> SeriesAttributes { get; } = Components(structure, "/attributes/series");

    internal IReadOnlyList<Component> ObservationAttributes { get; } = Components(structure, "/attributes/observation");

    /// <summary>How many values stand before the attributes of an observation.</summary>
    internal int Measures { get; } = Math.Max(1, Components(structure, "/measures/observation").Count);

    private static List<Component> Components(JsonElement structure, string pointer) =>
        [.. structure.At(pointer).Items().Select(c => new Component(c.Member("id").Text(), [.. c.Member("values").Items().Select(ValueOf)]))];

    // Coded values have an id; times and uncoded ones a value.
    private static string ValueOf(JsonElement value) => value.ValueKind == JsonValueKind.Object
        ? value.Member("id").Text() is { Length: > 0 } id ? id : value.Member("value").Text()
        : ((JsonElement?)value).Text();

    /// <param name="Values">By place; empty where messages state the value itself.</param>
    internal sealed record Component(string Id, IReadOnlyList<string> Values)
    {
        /// <summary>The value at a place that a key or an attribute names; what is not a place stands for itself.</summary>
        internal string At(string stated) => Values.Count > 0 && int.TryParse(stated, NumberStyles.None, CultureInfo.InvariantCulture, out var place)
            ? place < Values.Count ? Values[place] : "" : stated;
    }
}
