using Indices.Methodology;

namespace Indices.Storage;

/// <summary>Stands in until the reading of methodology files is part of <c>Indices.Methodology</c>.</summary>
internal static class DefinitionSet
{
    public static Definitions Parse(IReadOnlyList<DefinitionFile> files) =>
        throw new NotSupportedException($"{files.Count} definition files cannot be read yet.");
}
