using System.Reflection;
using System.Xml.Linq;
using ArchUnitNET.Loader;
using Dashboard.Security;
using Indices.Calculation;
using Ingest;
using TestSupport;

namespace Dashboard.Tests.Architecture;

/// <summary>The three projects as they were compiled and as they lie in the repository.</summary>
internal static class SourceTree
{
    internal static Assembly Indices { get; } = typeof(IndexCalculator).Assembly;

    internal static Assembly Ingest { get; } = typeof(IngestOptions).Assembly;

    internal static Assembly Dashboard { get; } = typeof(StaffActions).Assembly;

    internal static ArchUnitNET.Domain.Architecture Compiled { get; } =
        new ArchLoader().LoadAssemblies(Indices, Ingest, Dashboard).Build();

    /// <summary>Names of the projects that a project names.</summary>
    internal static IReadOnlyList<string> ReferencesOf(string project) =>
    [
        .. XDocument.Load(RepositoryRoot.File("src", project, project + ".csproj")).Descendants("ProjectReference")
            .Select(r => Path.GetFileNameWithoutExtension(r.Attribute("Include")!.Value.Replace('\\', '/'))),
    ];

    /// <summary>Paths of the C# files that people wrote, relative to <c>src</c>.</summary>
    internal static IEnumerable<string> Files()
    {
        var root = RepositoryRoot.File("src");
        return Directory.EnumerateFiles(root, "*.cs", SearchOption.AllDirectories)
            .Select(path => Path.GetRelativePath(root, path).Replace('\\', '/'))
            .Where(path => !path.Split('/').Any(folder => folder is "bin" or "obj" or "node_modules"));
    }

    internal static string Text(string file) => File.ReadAllText(RepositoryRoot.File("src", file));
}
