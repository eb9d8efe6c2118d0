using System.Globalization;
using System.Text.Json;
using System.Text.Unicode;

namespace Ingest.Sources.Messages;

/// <summary>Reads the bytes of a JSON message: any bytes give a document or the fault that refuses them.</summary>
internal static class JsonMessage
{
    private static readonly JsonDocumentOptions Options = new() { MaxDepth = 64 };

    /// <param name="read">Reads the root; not called after a fault.</param>
    internal static FileContent Read(byte[] bytes, Func<JsonElement, FileContent> read)
    {
        var content = bytes.AsMemory(bytes.AsSpan().StartsWith("\uFEFF"u8) ? 3 : 0);
        if (content.Span.TrimStart(" \t\r\n"u8).StartsWith("<"u8))
            return FileContent.Refuse(new RowFault(1, "", "", "这是网页或XML，不是JSON。", "HTML or XML instead of JSON."));
        if (!Utf8.IsValid(content.Span))
            return FileContent.Refuse(new RowFault(1, "", "", "不是UTF-8编码，JSON须用UTF-8。", "Not UTF-8, which JSON must be in."));
        try
        {
            using var document = JsonDocument.Parse(content, Options);
            return read(document.RootElement);
        }
        catch (JsonException wrong)
        {
            return FileContent.Refuse(new RowFault(
                (int)Math.Min(int.MaxValue, (wrong.LineNumber ?? 0) + 1), "", "", "不是有效的JSON，或不完整。", "Not valid JSON, or not complete."));
        }
    }

    internal static FileContent Misshapen(string where) => FileContent.Refuse(new RowFault(
        1, where, "", "报文里没有这个位置，或它的形式不对。", "The message has no such place, or it has another form."));

    /// <summary>A member of an object, or null; never throws.</summary>
    internal static JsonElement? Member(this JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var found) ? found : null;

    /// <summary>An item of an array, or null; never throws.</summary>
    internal static JsonElement? Item(this JsonElement element, int index) =>
        element.ValueKind == JsonValueKind.Array && index >= 0 && index < element.GetArrayLength() ? element[index] : null;

    /// <summary>Items of an array; none for anything else.</summary>
    internal static IEnumerable<JsonElement> Items(this JsonElement? element) =>
        element is { ValueKind: JsonValueKind.Array } array ? array.EnumerateArray() : [];

    /// <summary>Members of an object; none for anything else.</summary>
    internal static IEnumerable<JsonProperty> Members(this JsonElement? element) =>
        element is { ValueKind: JsonValueKind.Object } map ? map.EnumerateObject() : [];

    /// <summary>A text or number as written; empty for null and absent; what is neither keeps its JSON, to be shown in a fault.</summary>
    internal static string Text(this JsonElement? element) => element switch
    {
        null or { ValueKind: JsonValueKind.Null or JsonValueKind.Undefined } => "",
        { ValueKind: JsonValueKind.String } text => text.GetString()!,
        { } other => other.GetRawText(),
    };

    /// <summary>Follows a JSON pointer (RFC 6901); null when it leads nowhere.</summary>
    internal static JsonElement? At(this JsonElement element, string pointer)
    {
        JsonElement? place = element;
        foreach (var escaped in pointer.Split('/').Skip(1))
        {
            var token = escaped.Replace("~1", "/", StringComparison.Ordinal).Replace("~0", "~", StringComparison.Ordinal);
            place = place is { ValueKind: JsonValueKind.Array } array
                ? int.TryParse(token, NumberStyles.None, CultureInfo.InvariantCulture, out var index) ? array.Item(index) : null
                : place?.Member(token);
        }
        return place;
    }
}
