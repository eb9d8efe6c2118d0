namespace Indices.Methodology;

/// <summary>A methodology, target or catalogue file that was refused, with every fault found.</summary>
public sealed class MethodologyFileException(string file, IReadOnlyList<MethodologyFault> faults)
    : Exception(string.Join(Environment.NewLine, faults.Select(f => $"{file}:{f.Line}: {f.Chinese} {f.English}")))
{
    public string File { get; } = file;

    /// <summary>In line order; never empty.</summary>
    public IReadOnlyList<MethodologyFault> Faults { get; } = faults;
}

/// <param name="Line">1-based.</param>
public sealed record MethodologyFault(int Line, string Chinese, string English);
