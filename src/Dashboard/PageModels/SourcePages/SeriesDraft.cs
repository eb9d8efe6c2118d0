using Indices.Observations;
using Indices.Sources;

namespace Dashboard.PageModels.SourcePages;

/// <summary>One series of a source as a form holds it.</summary>
internal sealed class SeriesDraft
{
    private static readonly string[] s_keys = ["indicator", "measure", "label", "area", "scope", "unit", "value"];

    private readonly Dictionary<string, string> _fields = new() { ["measure"] = Measures.Value };

    /// <summary>Tells rows apart that say the same.</summary>
    internal Guid Id { get; } = Guid.NewGuid();

    /// <summary>Empty is as left out. <c>key</c> is written <c>FREQ=M; REF_AREA=CN</c>.</summary>
    internal string this[string key]
    {
        get => _fields.GetValueOrDefault(key, "");
        set => _fields[key] = value ?? "";
    }

    /// <summary>Nothing has been typed.</summary>
    internal bool IsEmpty => _fields.All(f => f.Key == "measure" || string.IsNullOrWhiteSpace(f.Value));

    internal static SeriesDraft Of(SourceSeries series) => new()
    {
        ["indicator"] = series.Indicator,
        ["measure"] = series.Measure,
        ["label"] = series.Label ?? "",
        ["area"] = series.Area ?? "",
        ["scope"] = series.Scope ?? "",
        ["unit"] = series.Unit ?? "",
        ["value"] = series.Value ?? "",
        ["key"] = string.Join("; ", series.Key.Select(k => $"{k.Key}={k.Value}")),
    };

    /// <summary>As an entry of <c>series</c>.</summary>
    internal string Line => $"{{{string.Join(", ", s_keys.Where(k => this[k].Trim().Length > 0).Select(k => $"{k}: {Yaml.Quoted(this[k])}").Concat(Key))}}}";

    // What is no list of dimensions is written as it stands, for the reader to say so.
    private IEnumerable<string> Key
    {
        get
        {
            var parts = this["key"].Split([';', '；'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
            if (parts.Length == 0)
                return [];
            return parts.All(p => p.Split('=') is [{ Length: > 0 }, _])
                ? [$"key: {{{string.Join(", ", parts.Select(p => p.Split('=')).Select(p => $"{Yaml.Quoted(p[0])}: {Yaml.Quoted(p[1])}"))}}}"]
                : [$"key: {Yaml.Quoted(this["key"])}"];
        }
    }
}
