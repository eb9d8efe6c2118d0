using System.Runtime.CompilerServices;
using Indices.Observations;
using Ingest.Intake;

namespace Ingest.Sources;

/// <param name="Path">Folder whose CSV files are read.</param>
/// <param name="Origin">Origin of rows that name none.</param>
public sealed record SeedFolder(string Path, Origin Origin);

/// <summary>Brings in the profile's folders of files, which stay where they are. A file already known costs one hash.</summary>
public sealed class SeedFolders(FileIngestion ingestion, IngestOptions options)
{
    /// <summary>Folders in the profile's order, files by name; one outcome a file. A folder that does not exist holds nothing.</summary>
    /// <param name="by">Account or job.</param>
    public async IAsyncEnumerable<AppendOutcome> Load(string by, [EnumeratorCancellation] CancellationToken cancellation = default)
    {
        foreach (var folder in options.SeedFolders)
            foreach (var path in Files(folder.Path))
                yield return await ingestion.Ingest(path, $"{DocumentReading.Seed}{Path.GetFileName(path)}", by, folder.Origin, cancellation);
    }

    private static IEnumerable<string> Files(string folder) => Directory.Exists(folder)
        ? Directory.EnumerateFiles(folder, "*.csv").Order(StringComparer.Ordinal)
        : [];
}
