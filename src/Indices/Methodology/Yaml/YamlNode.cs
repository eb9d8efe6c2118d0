namespace Indices.Methodology.Yaml;

/// <summary>A piece of a YAML document that knows its line. Order is file order.</summary>
internal abstract record YamlNode(int Line);

/// <param name="IsPlain">Written without quotes, so that null and ~ mean nothing is there.</param>
internal sealed record YamlScalar(int Line, string Text, bool IsPlain) : YamlNode(Line)
{
    internal bool IsNull => IsPlain && Text is "" or "~" or "null" or "Null" or "NULL";
}

internal sealed record YamlList(int Line, IReadOnlyList<YamlNode> Items) : YamlNode(Line);

internal sealed record YamlMap(int Line, IReadOnlyList<YamlEntry> Entries) : YamlNode(Line);

/// <param name="Line">Line of the key.</param>
internal sealed record YamlEntry(int Line, string Key, YamlNode Value);
