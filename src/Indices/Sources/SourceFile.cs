using Indices.Methodology;
using Indices.Methodology.Yaml;

namespace Indices.Sources;

/// <summary>Reads <c>sources.yaml</c> (docs/sources.md).</summary>
public static class SourceFile
{
    internal const string Schema = "sources/1";

    /// <param name="definitions">What areas, agencies and series exist.</param>
    /// <exception cref="MethodologyFileException">The file is refused, with all its faults.</exception>
    public static SourceSet Parse(string fileName, string text, Definitions definitions)
    {
        var faults = new Faults(fileName);
        var sources = Read(text, KnownCodes.Of(definitions), faults);
        faults.ThrowIfAny();
        return sources!;
    }

    /// <param name="taken">Codes of other sources by the inbox pattern that is theirs; null for none.</param>
    internal static SourceSet? Read(string text, KnownCodes known, Faults faults, ILookup<string, string>? taken = null) => Section.OfFile(text, faults, file =>
    {
        file.Recorded("notes");
        if (file.TextOrNull("schema") is { } schema && schema != Schema)
            file.Fault("schema", $"不认识的格式“{schema}”，应为 {Schema}。", $"Unknown schema '{schema}'; expected {Schema}.");
        var reader = new SourceReader(known, faults, taken);
        return new SourceSet(file.Each("sources", reader.Read));
    });
}
