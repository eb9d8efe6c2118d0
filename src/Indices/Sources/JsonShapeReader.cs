using System.Text.RegularExpressions;
using Indices.Methodology.Yaml;

namespace Indices.Sources;

internal static partial class JsonShapeReader
{
    internal static JsonShape Read(Section s) => new(
        Pointer(s, "records", true) ?? "", Pointer(s, "period", true) ?? "", Pointer(s, "value", false), Pointer(s, "label", false), Pointer(s, "status", false));

    internal static string? Pointer(Section s, string key, bool required)
    {
        var pointer = required ? s.Text(key) : s.TextOrNull(key);
        if (pointer is not null && !Shape().IsMatch(pointer))
            s.Fault(key, $"“{key}”的“{pointer}”不是 JSON 指针（/data/0/value）。", $"'{key}': '{pointer}' is not a JSON pointer such as /data/0/value.");
        return pointer;
    }

    [GeneratedRegex(@"\A(/([^~/]|~[01])*)*\z", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Shape();
}
