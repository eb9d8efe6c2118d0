using Indices.Methodology;

namespace TestSupport;

/// <summary>The definitions in <c>data/seed</c>, as a fresh checkout loads them.</summary>
public static class SeedDefinitions
{
    /// <summary>In ordinal order of their names.</summary>
    public static IReadOnlyList<DefinitionFile> Files { get; } =
    [
        .. Directory.EnumerateFiles(RepositoryRoot.File("data", "seed"))
            .Concat(Directory.EnumerateFiles(RepositoryRoot.File("data", "seed", "methodology")))
            .Order(StringComparer.Ordinal)
            .Select(path => DefinitionSet.Describe(Path.GetRelativePath(RepositoryRoot.File("data", "seed"), path), File.ReadAllText(path)))
            .OfType<DefinitionFile>(),
    ];

    public static Definitions All { get; } = DefinitionSet.Parse(Files);
}
