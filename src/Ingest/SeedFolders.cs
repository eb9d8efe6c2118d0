using Indices.Observations;

namespace Ingest;

/// <param name="Path">Folder whose CSV files are read.</param>
/// <param name="Origin">Origin of rows that name none.</param>
public sealed record SeedFolder(string Path, Origin Origin);

/// <summary>Brings in folders of files that stay where they are. Files already known cost one hash.</summary>
public sealed class SeedFolders(FileIngestion ingestion)
{
    /// <summary>Folders in the order given, files by name. A folder that does not exist holds nothing.</summary>
    /// <param name="progress">Told after every file.</param>
    public async Task<FolderOutcome> Ingest(
        IReadOnlyList<SeedFolder> folders, string by, IProgress<FolderOutcome>? progress = null, CancellationToken cancellation = default)
    {
        var files = folders.SelectMany(folder => Files(folder.Path), (folder, path) => (folder.Origin, Path: path)).ToList();
        var outcome = FolderOutcome.Start(files.Count);
        foreach (var (origin, path) in files)
        {
            outcome = outcome.With(await ingestion.Ingest(path, $"seed:{Path.GetFileName(path)}", by, origin, cancellation));
            progress?.Report(outcome);
        }
        return outcome;
    }

    private static IEnumerable<string> Files(string folder) => Directory.Exists(folder)
        ? Directory.EnumerateFiles(folder, "*.csv").Order(StringComparer.Ordinal)
        : [];
}
