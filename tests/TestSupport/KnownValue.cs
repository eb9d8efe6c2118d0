using Indices.Methodology;

namespace TestSupport;

/// <summary>Files of <c>tests/TestSupport/KnownValues</c>; their sources are in the README beside them.</summary>
public static class KnownValue
{
    public static string Path(string file) => RepositoryRoot.File("tests", "TestSupport", "KnownValues", file);

    public static string Text(string file) => File.ReadAllText(Path(file));

    /// <summary>A methodology file of the folder, read without a catalogue.</summary>
    public static IndexMethodology Methodology(string file) => MethodologyFile.Parse(file, Text(file), null);
}
