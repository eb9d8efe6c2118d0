using System.Collections.Immutable;
using Indices.Methodology;

namespace Dashboard.CommandLine;

/// <summary>The versions of one index, read from files that need no database.</summary>
internal static class MethodologyFiles
{
    internal static Catalogue CatalogueOf(string? path) =>
        path is null ? new Catalogue([], [], [], "") : CatalogueFile.Parse(path, InputFile.Text(path));

    /// <returns>Oldest first; each replaces the one before.</returns>
    internal static ImmutableArray<IndexMethodology> Read(IReadOnlyList<string> paths, Catalogue? catalogue)
    {
        var versions = paths.Select(path => MethodologyFile.Parse(path, InputFile.Text(path), catalogue)).ToList();
        if (versions.Select(v => v.Code).Distinct().Count() > 1)
            throw new BadInputException("所给方法文件属于不同的指数。", $"The methodology files are of different indices: {string.Join(", ", versions.Select(v => v.Code).Distinct())}.");
        var chain = ImmutableArray.CreateBuilder<IndexMethodology>();
        for (var next = versions.Find(v => v.Replaces is null); next is not null; next = versions.Find(v => v.Replaces == chain[^1].Version))
        {
            if (chain.Any(v => v.Version == next.Version))
                throw Unchained(versions);
            chain.Add(next);
        }
        return chain.Count == versions.Count ? chain.ToImmutable() : throw Unchained(versions);
    }

    private static BadInputException Unchained(IEnumerable<IndexMethodology> versions)
    {
        var given = string.Join(", ", versions.Select(v => v.Replaces is null ? v.Version : $"{v.Version} (replaces {v.Replaces})"));
        return new($"各版方法须从第一版起逐版取代：{given}。", $"The versions must follow one another from the first: {given}.");
    }
}
