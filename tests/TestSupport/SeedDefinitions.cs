using Indices.Methodology;

namespace TestSupport;

/// <summary>The definitions that the program ships with.</summary>
public static class SeedDefinitions
{
    public static string Folder { get; } = RepositoryRoot.File("data", "seed");

    public static IReadOnlyList<DefinitionFile> Files { get; } =
    [
        .. Directory.EnumerateFiles(Folder).Concat(Directory.EnumerateFiles(Path.Combine(Folder, "methodology"), "*.yaml"))
            .Order(StringComparer.Ordinal)
            .Select(path => DefinitionSet.Describe(Path.GetRelativePath(Folder, path), File.ReadAllText(path)))
            .OfType<DefinitionFile>(),
    ];

    public static Definitions All { get; } = DefinitionSet.Parse(Files);
}
