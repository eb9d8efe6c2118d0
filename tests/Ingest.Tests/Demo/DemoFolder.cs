using Indices.Methodology;
using Ingest.Demo;
using TestSupport;

namespace Ingest.Tests.Demo;

/// <summary>A temporary folder into which the demo history is generated from the seeds.</summary>
internal sealed class DemoFolder : IDisposable
{
    private static readonly string Committed = RepositoryRoot.File("data", "seed", "demo");

    public DemoFolder(Definitions definitions)
    {
        Files = Directory.CreateTempSubdirectory("demo-history-");
        File.Copy(Path.Combine(Committed, "anchors.yaml"), Path.Combine(Files.FullName, "anchors.yaml"));
        DemoHistory.Write(Files.FullName, definitions);
    }

    public DirectoryInfo Files { get; }

    /// <summary>Names and bytes of the CSV files, by name.</summary>
    public IReadOnlyDictionary<string, byte[]> Content => ContentOf(Files.FullName);

    public static IReadOnlyDictionary<string, byte[]> CommittedContent => ContentOf(Committed);

    public void Dispose() => Files.Delete(recursive: true);

    private static SortedDictionary<string, byte[]> ContentOf(string folder) => new(
        Directory.EnumerateFiles(folder, "*.csv").ToDictionary(f => Path.GetFileName(f), File.ReadAllBytes), StringComparer.Ordinal);
}
