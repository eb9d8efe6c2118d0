using System.Text.Json;
using Indices.Sources;

namespace Ingest.Sources.Messages;

/// <summary>Reads records of JSON by the pointers that the source gives. Pure and total.</summary>
public static class JsonRecords
{
    /// <param name="context">Its source has a <see cref="Source.Json"/> shape.</param>
    public static FileContent Read(byte[] bytes, FileContext context) => JsonMessage.Read(bytes, root =>
    {
        var shape = context.Source!.Json!;
        if (root.At(shape.Records) is not { ValueKind: JsonValueKind.Array } records)
            return JsonMessage.Misshapen(shape.Records);
        var rows = new MessageRows(context);
        foreach (var (index, record) in records.EnumerateArray().Index())
            Add(rows, context.Source!, shape, index + 1, record);
        return rows.Content();
    });

    private static void Add(MessageRows rows, Source source, JsonShape shape, int row, JsonElement record)
    {
        var label = shape.Label is null ? null : record.At(shape.Label).Text();
        foreach (var series in source.Series.Where(s => label is null || s.Label == label))
        {
            var pointer = series.Value ?? shape.Value!;
            rows.Add(series, new MessageValue(
                row, Field(record, shape.Period), Field(record, pointer), shape.Status is null ? MessageField.None : Field(record, shape.Status), ""));
        }
    }

    private static MessageField Field(JsonElement record, string pointer) => new(pointer, record.At(pointer).Text());
}
