using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Indices.Methodology.Yaml;

/// <summary>
/// Reads the part of YAML that definitions need (maps, lists, scalars) and keeps lines. Anchors, aliases, tags and
/// second documents are refused: a definition says everything in the place where it is read.
/// </summary>
internal sealed class YamlReader
{
    private const int DeepestLevel = 60;
    private readonly Parser _parser;
    private readonly Faults _faults;

    private YamlReader(string text, Faults faults)
    {
        _parser = new Parser(new StringReader(text));
        _faults = faults;
    }

    /// <summary>The document's map, or null after adding a fault.</summary>
    internal static YamlMap? Read(string text, Faults faults)
    {
        try
        {
            return new YamlReader(text, faults).Document();
        }
        catch (YamlException wrong)
        {
            faults.Add((int)wrong.Start.Line, $"不是有效的 YAML：{wrong.Message}", $"Not valid YAML: {wrong.Message}");
            return null;
        }
    }

    private YamlMap? Document()
    {
        _parser.Consume<StreamStart>();
        if (_parser.TryConsume<StreamEnd>(out _))
        {
            _faults.Add(1, "文件是空的。", "The file is empty.");
            return null;
        }
        _parser.Consume<DocumentStart>();
        var root = Node(0);
        _parser.Consume<DocumentEnd>();
        if (_parser.Accept<DocumentStart>(out var second))
            _faults.Add((int)second.Start.Line, "一个文件只能有一份文档。", "A file holds one document only.");
        if (root is YamlMap map)
            return map;
        _faults.Add(root.Line, "文件的最外层应是“键: 值”。", "The outermost level must be 'key: value'.");
        return null;
    }

    private YamlNode Node(int level)
    {
        var line = (int)_parser.Current!.Start.Line;
        if (level > DeepestLevel)
            throw new YamlException(_parser.Current.Start, _parser.Current.End, $"more than {DeepestLevel} levels");
        if (_parser.TryConsume<AnchorAlias>(out _))
        {
            _faults.Add(line, "不允许使用引用（*）。", "Aliases (*) are not allowed.");
            return new YamlScalar(line, "", true);
        }
        if (_parser.Current is NodeEvent { Anchor.IsEmpty: false } or NodeEvent { Tag.IsEmpty: false })
            _faults.Add(line, "不允许使用锚点（&）和标签（!）。", "Anchors (&) and tags (!) are not allowed.");
        if (_parser.TryConsume<Scalar>(out var scalar))
            return new YamlScalar(line, scalar.Value, scalar.Style == ScalarStyle.Plain);
        return _parser.TryConsume<SequenceStart>(out _) ? List(line, level) : Map(line, level);
    }

    private YamlList List(int line, int level)
    {
        var items = new List<YamlNode>();
        while (!_parser.TryConsume<SequenceEnd>(out _))
            items.Add(Node(level + 1));
        return new(line, items);
    }

    private YamlMap Map(int line, int level)
    {
        _parser.Consume<MappingStart>();
        var entries = new List<YamlEntry>();
        while (!_parser.TryConsume<MappingEnd>(out _))
        {
            var key = Node(level + 1);
            var name = key is YamlScalar scalar ? scalar.Text : "";
            if (name.Length == 0)
                _faults.Add(key.Line, "键应是文字。", "A key must be text.");
            var value = Node(level + 1);
            if (entries.Find(e => e.Key == name) is { } first)
                _faults.Add(key.Line, $"键“{name}”重复，第 {first.Line} 行已有。", $"Key '{name}' is given twice; line {first.Line} has it already.");
            else
                entries.Add(new(key.Line, name, value));
        }
        return new(line, entries);
    }
}
