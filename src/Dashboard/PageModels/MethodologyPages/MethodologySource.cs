using System.Collections.Immutable;
using Indices.Calculation;
using Indices.Methodology;
using Indices.Releases;

namespace Dashboard.PageModels.MethodologyPages;

/// <summary>What the page of one methodology version is made from. All of it is public.</summary>
/// <param name="Versions">All versions of the index, oldest first; not empty.</param>
/// <param name="Shown">The one of them that the page is about.</param>
/// <param name="Frozen">Numbers that visible releases have frozen.</param>
/// <param name="Release">The newest visible release made with the version shown; null while there is none.</param>
/// <param name="Before">The release of the period before it.</param>
/// <param name="StoredFiles">Versions whose file is kept.</param>
public sealed record MethodologySource(
    ImmutableArray<IndexMethodology> Versions,
    IndexMethodology Shown,
    Catalogue Catalogue,
    TargetSet? Targets,
    FrozenParameters Frozen,
    ReleaseContent? Release,
    ReleaseContent? Before,
    ImmutableHashSet<string> StoredFiles)
{
    public bool IsNewest => Shown.Version == Versions[^1].Version;

    /// <summary>A source without any release.</summary>
    public static MethodologySource Unreleased(ImmutableArray<IndexMethodology> versions, IndexMethodology shown, Catalogue catalogue, TargetSet? targets = null) =>
        new(versions, shown, catalogue, targets, FrozenParameters.None, null, null, [.. versions.Select(v => v.Version)]);
}
