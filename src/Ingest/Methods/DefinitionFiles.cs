using System.Text;
using Indices.Methodology;
using Ingest.Schedule;

namespace Ingest.Methods;

/// <summary>Reads the definition files of the seed folder and has them accepted as one set.</summary>
public sealed class DefinitionFiles(IngestOptions options, IDefinitionWriter writer, TimeProvider time)
{
    /// <exception cref="MethodologyFileException">Any file was refused; nothing changed.</exception>
    /// <returns>Number of files that were new or changed.</returns>
    public Task<int> Load(CancellationToken cancellation)
    {
        var files = Read(options.SeedDirectory);
        // Parsed before anything is stored, so that a refusal changes nothing.
        var definitions = DefinitionSet.Parse(files);
        SourceSchedule.Check(definitions.Sources, files.FirstOrDefault(f => f.Kind == DefinitionKind.Sources));
        return writer.Accept(files, time.GetUtcNow(), cancellation);
    }

    /// <summary>All definition files of a seed folder in name order.</summary>
    public static IReadOnlyList<DefinitionFile> Read(string folder) =>
    [
        .. Files(folder, "*.*").Concat(Files(Path.Combine(folder, "methodology"), "*.yaml"))
            .Select(path => DefinitionSet.Describe(Path.GetRelativePath(folder, path), File.ReadAllText(path, Encoding.UTF8)))
            .OfType<DefinitionFile>(),
    ];

    private static IEnumerable<string> Files(string folder, string pattern) =>
        Directory.EnumerateFiles(folder, pattern).Order(StringComparer.Ordinal);
}
