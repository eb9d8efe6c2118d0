using System.Collections.Immutable;
using Indices.Methodology;
using Indices.Releases;

namespace Dashboard.PageModels.MethodologyPages;

/// <summary>Brings together what the page of a methodology version shows. Reads nothing that is not public at the instant.</summary>
public sealed class MethodologyReader(IDefinitionReader definitions, IReleaseReader releases)
{
    /// <param name="version">Null for the newest version.</param>
    /// <returns>Null when there is no such index or version.</returns>
    public async Task<MethodologySource?> Read(string code, string? version, DateTimeOffset now, CancellationToken cancellation)
    {
        if (await definitions.Current(cancellation) is not { } current || current.Versions(code) is not { IsEmpty: false } versions)
            return null;
        if ((version is null ? versions[^1] : versions.FirstOrDefault(v => v.Version == version)) is not { } shown)
            return null;
        var release = await NewestOf(shown, now, cancellation);
        return new(
            versions, shown, current.Catalogue, current.Targets,
            await releases.Frozen(code, now, cancellation), release,
            release is null ? null : await releases.Find(code, release.Version.Period.Plus(-1), now, cancellation),
            await Stored(versions, cancellation));
    }

    private async Task<ReleaseContent?> NewestOf(IndexMethodology shown, DateTimeOffset now, CancellationToken cancellation)
    {
        var history = await releases.History(shown.Code, now, cancellation);
        return history.FirstOrDefault(v => v.MethodologyVersion == shown.Version) is { } newest
            && await releases.Find(shown.Code, newest.Period, now, cancellation) is { } content
            && content.Version.MethodologyVersion == shown.Version
            ? content
            : null;
    }

    private async Task<ImmutableHashSet<string>> Stored(ImmutableArray<IndexMethodology> versions, CancellationToken cancellation)
    {
        var stored = ImmutableHashSet.CreateBuilder<string>();
        foreach (var version in versions)
            if (await definitions.MethodologyFile(version.Code, version.Version, cancellation) is { } file && file.Sha256 == version.Sha256)
                stored.Add(version.Version);
        return stored.ToImmutable();
    }
}
