using System.Globalization;
using System.Text.Json;

namespace Ingest.Sources.Messages;

/// <summary>Reads SDMX-JSON data messages 1.0 and 2.0, by series or flat. Pure and total.</summary>
public static class SdmxJson
{
    public static FileContent Read(byte[] bytes, FileContext context) => JsonMessage.Read(bytes, root =>
    {
        var data = root.Member("data") ?? root;
        if (data.Member("dataSets") is not { ValueKind: JsonValueKind.Array } sets)
            return JsonMessage.Misshapen("/data/dataSets");
        var rows = new MessageRows(context);
        var row = 0;
        foreach (var set in sets.EnumerateArray())
        {
            if (StructureOf(data, set) is not { } structure)
                return JsonMessage.Misshapen("/data/structures");
            foreach (var observation in SdmxJsonSet.Of(set, new SdmxJsonStructure(structure)))
                new SdmxObservation(++row, observation.Parts, observation.Value).AddTo(rows, context.Source!);
        }
        return rows.Content();
    });

    // 1.0 has one structure for all data sets; 2.0 a list, and each data set says which is its own.
    private static JsonElement? StructureOf(JsonElement data, JsonElement set) =>
        data.Member("structure") ?? data.Member("structures")?.Item(
            int.TryParse(set.Member("structure").Text(), NumberStyles.None, CultureInfo.InvariantCulture, out var place) ? place : 0);
}
