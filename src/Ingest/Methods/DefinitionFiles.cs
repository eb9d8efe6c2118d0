using System.Security.Cryptography;
using System.Text;
using Indices.Methodology;

namespace Ingest.Methods;

/// <summary>Reads the definition files of the seed folder and has them accepted as one set.</summary>
internal sealed class DefinitionFiles(IngestOptions options, IDefinitionWriter writer, TimeProvider time)
{
    /// <exception cref="MethodologyFileException">Any file was refused; nothing changed.</exception>
    /// <returns>Number of files that were new or changed.</returns>
    internal Task<int> Load(CancellationToken cancellation)
    {
        var files = Read(options.SeedDirectory);
        // Parsed before anything is stored, so that a refusal changes nothing.
        DefinitionSet.Parse(files);
        return writer.Accept(files, time.GetUtcNow(), cancellation);
    }

    /// <summary>All definition files below a seed folder, methodology files in name order.</summary>
    internal static IReadOnlyList<DefinitionFile> Read(string folder) =>
    [
        One(DefinitionKind.Policy, folder, "policy.txt"),
        One(DefinitionKind.Catalogue, folder, "catalogue.yaml"),
        One(DefinitionKind.Holidays, folder, "holidays.yaml"),
        One(DefinitionKind.Targets, folder, "targets.yaml"),
        .. Directory.GetFiles(Path.Combine(folder, "methodology"), "*.yaml")
            .Order(StringComparer.Ordinal)
            .Select(file => One(DefinitionKind.Methodology, folder, Path.Combine("methodology", Path.GetFileName(file)))),
    ];

    private static DefinitionFile One(DefinitionKind kind, string folder, string name)
    {
        var bytes = File.ReadAllBytes(Path.Combine(folder, name));
        var sha256 = Convert.ToHexStringLower(SHA256.HashData(bytes));
        var text = Encoding.UTF8.GetString(bytes);
        var (code, version) = kind == DefinitionKind.Methodology ? MethodologyFile.Identity(name, text) : (kind.ToString(), sha256);
        return new DefinitionFile(kind, code, version, name, text, sha256);
    }
}
