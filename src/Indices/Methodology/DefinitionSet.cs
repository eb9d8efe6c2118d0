using System.Collections.Immutable;
using Indices.Methodology.Reading;
using Indices.Methodology.Yaml;
using Indices.Sources;

namespace Indices.Methodology;

/// <summary>Reads a complete set of definitions and checks what no file can know alone.</summary>
public static class DefinitionSet
{
    /// <param name="files">One catalogue, one holiday file, at least one methodology; a policy document and targets together or not at all; at most one file of sources.</param>
    /// <exception cref="MethodologyFileException">The set is refused, with the faults of every file; each fault names its own.</exception>
    public static Definitions Parse(IReadOnlyList<DefinitionFile> files) => Parse(files, []);

    /// <param name="edits">Sources as people changed them, the newest of each in the order in which they were made; a fault names the source as its file.</param>
    internal static Definitions Parse(IReadOnlyList<DefinitionFile> files, IReadOnlyCollection<SourceEdit> edits)
    {
        var set = new SetReader();
        var definitions = set.Read(files, edits);
        set.ThrowIfAny();
        return definitions!;
    }

    /// <summary>Makes the record of a file of the set: what kind it is by its name, its code and version by its content.</summary>
    /// <param name="path">Relative to the folder of definitions: policy.txt, catalogue.yaml, holidays.yaml, targets.yaml, sources.yaml or methodology/*.yaml.</param>
    /// <param name="text">Content of the file.</param>
    /// <returns>Null when the name is none of these.</returns>
    /// <exception cref="MethodologyFileException">A methodology file does not say its code and version.</exception>
    public static DefinitionFile? Describe(string path, string text)
    {
        var name = path.Replace('\\', '/');
        var hash = Sha256Text.Of(text);
        return name switch
        {
            "policy.txt" => new(DefinitionKind.Policy, "policy", hash, name, text, hash),
            "catalogue.yaml" => new(DefinitionKind.Catalogue, "catalogue", hash, name, text, hash),
            "holidays.yaml" => new(DefinitionKind.Holidays, "holidays", hash, name, text, hash),
            "targets.yaml" => new(DefinitionKind.Targets, "targets", hash, name, text, hash),
            "sources.yaml" => new(DefinitionKind.Sources, "sources", hash, name, text, hash),
            _ when name.StartsWith("methodology/", StringComparison.Ordinal) && name.EndsWith(".yaml", StringComparison.Ordinal) =>
                DescribeMethodology(name, text, hash),
            _ => null,
        };
    }

    private static DefinitionFile DescribeMethodology(string name, string text, string hash)
    {
        var faults = new Faults(name);
        var map = YamlReader.Read(text, faults);
        var (code, version) = (Scalar(map, "code"), Scalar(map, "version"));
        if (map is not null && (!Kind.IsCode(code) || !Kind.IsVersion(version)))
            faults.Add(1, "方法文件缺少“code”或“version”。", "A methodology file needs 'code' and 'version'.");
        faults.ThrowIfAny();
        return new(DefinitionKind.Methodology, code, version, name, text, hash);
    }

    private static string Scalar(YamlMap? map, string key) =>
        map?.Entries.FirstOrDefault(e => e.Key == key)?.Value is YamlScalar scalar ? scalar.Text : "";
}
