namespace Indices.Methodology.Yaml;

/// <summary>Collects the faults of one file, so that an author sees all of them at once.</summary>
internal sealed class Faults(string file)
{
    private readonly List<MethodologyFault> _found = [];

    internal bool Any => _found.Count > 0;

    /// <summary>In line order.</summary>
    internal IEnumerable<MethodologyFault> InOrder => _found.OrderBy(f => f.Line);

    internal void Add(int line, string chinese, string english) =>
        _found.Add(new(Math.Max(line, 1), chinese, english) { File = file });

    /// <exception cref="MethodologyFileException">There are faults.</exception>
    internal void ThrowIfAny()
    {
        if (Any)
            throw new MethodologyFileException(file, [.. InOrder]);
    }
}
