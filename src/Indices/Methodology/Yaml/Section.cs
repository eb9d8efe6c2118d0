using System.Collections.Immutable;

namespace Indices.Methodology.Yaml;

/// <summary>
/// Reads one map key by key. Every fault is added to the file's list and a harmless value returned, so that reading goes
/// on to the end; a key that nobody asked for is a fault too.
/// </summary>
internal sealed class Section(YamlMap map, Faults faults)
{
    private readonly HashSet<string> _known = [];

    internal Faults Faults => faults;

    internal int Line => map.Line;

    /// <summary>Reads a whole file.</summary>
    internal static T? OfFile<T>(string text, Faults faults, Func<Section, T> read) where T : class =>
        YamlReader.Read(text, faults) is { } map ? new Section(map, faults).Finish(read) : null;

    internal bool Has(string key) => Find(key) is not null;

    internal bool IsMap(string key) => Find(key) is YamlMap;

    /// <summary>Line of a key, or of the section when it is not there.</summary>
    internal int LineOf(string key) => map.Entries.FirstOrDefault(e => e.Key == key)?.Line ?? Line;

    internal void Fault(string key, string chinese, string english) => faults.Add(LineOf(key), chinese, english);

    internal string Text(string key) => TextOrNull(key) ?? Missing(key, "");

    internal string? TextOrNull(string key) => Find(key) switch
    {
        null => null,
        YamlScalar scalar => scalar.Text,
        var other => Wrong<string>(other, key, "文字", "text"),
    };

    /// <summary>A required code.</summary>
    internal string Code(string key)
    {
        var text = Text(key);
        if (text.Length > 0 && !Kind.IsCode(text))
            Fault(key, $"“{key}”的“{text}”不是代码（字母、数字、-、_、.）。", $"'{key}': '{text}' is not a code (letters, digits, -, _ and .).");
        return text;
    }

    internal T Value<T>(string key, Kind<T> kind) where T : struct =>
        Find(key) is null ? Missing(key, default(T)) : ValueOrNull(key, kind) ?? default;

    internal T Value<T>(string key, Kind<T> kind, T otherwise) where T : struct => ValueOrNull(key, kind) ?? otherwise;

    /// <summary>Null when absent or, after adding a fault, malformed.</summary>
    internal T? ValueOrNull<T>(string key, Kind<T> kind) where T : struct => Find(key) is { } node ? Read(node, key, kind) : null;

    /// <summary>An optional list of scalars; empty when absent.</summary>
    internal ImmutableArray<T> Values<T>(string key, Kind<T> kind) where T : struct =>
        [.. Items(key).Select(i => Read(i, key, kind)).OfType<T>()];

    /// <summary>An optional list of texts with their lines; empty when absent.</summary>
    internal ImmutableArray<(string Text, int Line)> Texts(string key) =>
        [.. Items(key).Select(i => (i is YamlScalar s ? s.Text : Wrong<string>(i, key, "文字", "text") ?? "", i.Line))];

    /// <summary>A required map.</summary>
    internal T? In<T>(string key, Func<Section, T> read) where T : class =>
        Find(key) is null ? Missing<T?>(key, null) : InOrNull(key, read);

    /// <summary>An optional map, read for its faults or into variables of the caller.</summary>
    internal void Inside(string key, Action<Section> read) => InOrNull(key, s =>
    {
        read(s);
        return s;
    });

    internal T? InOrNull<T>(string key, Func<Section, T> read) where T : class => Find(key) switch
    {
        null => null,
        YamlMap inner => new Section(inner, faults).Finish(read),
        var other => Wrong<T>(other, key, "“键: 值”", "a map"),
    };

    /// <summary>An optional map whose keys are the author's own.</summary>
    internal ImmutableArray<(string Key, T Value, int Line)> Pairs<T>(string key, Func<Section, string, T> read) where T : class =>
        InOrNull(key, s => new Box<(string, T, int)>([.. s.Keys.Select(k => (k, read(s, k), s.LineOf(k)))]))?.Items ?? [];

    /// <summary>An optional list of maps; empty when absent.</summary>
    internal ImmutableArray<T> Each<T>(string key, Func<Section, T> read) where T : class =>
        [.. Items(key).Select(i => i is YamlMap inner ? new Section(inner, faults).Finish(read) : Wrong<T>(i, key, "“键: 值”", "a map")).OfType<T>()];

    /// <summary>Keys that are kept in the file for people and for later calculations, and are not read here.</summary>
    internal void Recorded(params ReadOnlySpan<string> keys)
    {
        foreach (var key in keys)
            _known.Add(key);
    }

    /// <summary>An optional map that holds recorded keys alone.</summary>
    internal void RecordedSection(string key, params string[] keys) => Inside(key, s => s.Recorded(keys));

    private IEnumerable<string> Keys => map.Entries.Select(e => e.Key);

    private T Finish<T>(Func<Section, T> read)
    {
        var result = read(this);
        foreach (var entry in map.Entries.Where(e => e.Key.Length > 0 && !_known.Contains(e.Key)))
            faults.Add(entry.Line, $"未知的键“{entry.Key}”。", $"Unknown key '{entry.Key}'.");
        return result;
    }

    private YamlNode? Find(string key)
    {
        _known.Add(key);
        var node = map.Entries.FirstOrDefault(e => e.Key == key)?.Value;
        return node is YamlScalar { IsNull: true } ? null : node;
    }

    private IReadOnlyList<YamlNode> Items(string key) => Find(key) switch
    {
        null => [],
        YamlList list => list.Items,
        var other => Wrong<IReadOnlyList<YamlNode>>(other, key, "列表", "a list") ?? [],
    };

    private T? Read<T>(YamlNode node, string key, Kind<T> kind) where T : struct
    {
        if (node is not YamlScalar scalar)
        {
            _ = Wrong<string>(node, key, kind.Chinese, kind.English);
            return null;
        }
        if (kind.Read(scalar.Text) is { } value)
            return value;
        faults.Add(node.Line, $"“{key}”的“{scalar.Text}”不是{kind.Chinese}。", $"'{key}': '{scalar.Text}' is not {kind.English}.");
        return null;
    }

    private T Missing<T>(string key, T harmless)
    {
        Fault(key, $"缺少必填的键“{key}”。", $"Required key '{key}' is missing.");
        return harmless;
    }

    private T? Wrong<T>(YamlNode node, string key, string chinese, string english) where T : class
    {
        faults.Add(node.Line, $"“{key}”应是{chinese}。", $"'{key}' must be {english}.");
        return null;
    }

    private sealed record Box<T>(ImmutableArray<T> Items);
}
