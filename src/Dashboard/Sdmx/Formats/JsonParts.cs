using System.Text.Json;
using Dashboard.Sdmx.Structures;
using Indices.Methodology;

namespace Dashboard.Sdmx.Formats;

/// <summary>What messages of structures and of data have in common in JSON.</summary>
internal static class JsonParts
{
    internal static void Names(this Utf8JsonWriter json, LocalText name, Language language)
    {
        json.WriteString("name", name.In(language.IsEnglish));
        json.WriteStartObject("names");
        json.WriteString("zh", name.Chinese);
        if (name.English is { } english)
            json.WriteString("en", english);
        json.WriteEndObject();
    }

    /// <param name="schema">Address of the schema that the message follows.</param>
    internal static void Meta(this Utf8JsonWriter json, string schema, string id, DateTimeOffset prepared, string sender, Language language)
    {
        json.WriteStartObject("meta");
        json.WriteString("schema", schema);
        json.WriteString("id", id);
        json.WriteBoolean("test", false);
        json.WriteString("prepared", UtcText.Of(prepared));
        json.WriteStartArray("contentLanguages");
        json.WriteStringValue(language.IsEnglish ? "en" : "zh");
        json.WriteStringValue(language.IsEnglish ? "zh" : "en");
        json.WriteEndArray();
        json.WriteStartObject("sender");
        json.WriteString("id", sender);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    internal static void Links(this Utf8JsonWriter json, Artefact artefact, string relation)
    {
        json.WriteStartArray("links");
        json.WriteStartObject();
        json.WriteString("rel", relation);
        json.WriteString("urn", artefact.Urn);
        json.WriteEndObject();
        json.WriteEndArray();
    }

    /// <summary>What an attribute belongs to: a series, or an observation, which SDMX-JSON 1.0 calls by its measure.</summary>
    internal static void Relationship(this Utf8JsonWriter json, string name, Component attribute, IEnumerable<Component> components, bool isFirst)
    {
        json.WriteStartObject(name);
        if (attribute.Role == Role.SeriesAttribute)
        {
            json.WriteStartArray("dimensions");
            foreach (var dimension in components.Where(c => c.Role == Role.Dimension))
                json.WriteStringValue(dimension.Id);
            json.WriteEndArray();
        }
        else if (isFirst)
            json.WriteString("primaryMeasure", "OBS_VALUE");
        else
        {
            json.WriteStartObject("observation");
            json.WriteEndObject();
        }
        json.WriteEndObject();
    }

    internal static string Schema(string version, string message) => version switch
    {
        "1.0.0" => $"https://raw.githubusercontent.com/sdmx-twg/sdmx-json/master/{message}-message/tools/schemas/1.0/sdmx-json-{message}-schema.json",
        "2.0.0" => $"https://json.sdmx.org/2.0.0/sdmx-json-{message}-schema.json",
        _ => $"https://json.sdmx.org/2.1/sdmx-json-{message}-schema.json",
    };
}
