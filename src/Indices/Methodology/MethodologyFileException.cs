namespace Indices.Methodology;

/// <summary>A methodology, target or catalogue file that was refused, with every fault found.</summary>
public sealed class MethodologyFileException(string file, IReadOnlyList<MethodologyFault> faults)
    : Exception(string.Join(Environment.NewLine, faults.Select(f => $"{f.File ?? file}:{f.Line}: {f.Chinese} {f.English}")))
{
    public string File { get; } = file;

    /// <summary>In line order, file by file; never empty.</summary>
    public IReadOnlyList<MethodologyFault> Faults { get; } = faults;
}

/// <param name="Line">1-based.</param>
public sealed record MethodologyFault(int Line, string Chinese, string English)
{
    /// <summary>The file it is in, where a set of files was read; null means the exception's own file.</summary>
    public string? File { get; init; }
}
