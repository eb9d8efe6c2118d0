namespace Indices.Sources;

/// <summary>A table of observations to be filled in for one source: a row for each series with its names, its unit and the period that is awaited next, and an empty value.</summary>
/// <param name="Rows">In the order of the source, in the columns of the header.</param>
/// <param name="FileName">A name that the inbox pattern of the source fits, so that the file is known as the source's when it comes back; without its ending.</param>
public sealed record SourceTemplate(IReadOnlyList<string> Header, IReadOnlyList<string[]> Rows, string FileName);

public interface ISourceTemplates
{
    /// <summary>Null when there is no such source.</summary>
    Task<SourceTemplate?> Find(string source, CancellationToken cancellation = default);
}
