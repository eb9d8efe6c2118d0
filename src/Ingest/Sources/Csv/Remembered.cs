namespace Ingest.Sources.Csv;

/// <summary>What a text means, worked out once: a column of a large file repeats a few texts.</summary>
internal sealed class Remembered<T>(Func<string, T> parse)
{
    private const int Most = 4096;

    private readonly Dictionary<string, T> _known = [];

    internal T Of(string text)
    {
        if (_known.TryGetValue(text, out var known))
            return known;
        var parsed = parse(text);
        if (_known.Count < Most)
            _known.Add(text, parsed);
        return parsed;
    }
}
