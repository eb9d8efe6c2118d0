using System.Text;

namespace Ingest.Demo;

/// <summary>SplitMix64 (Steele, Lea and Flood, 2014): the same draws on every machine and runtime, which System.Random does not promise.</summary>
/// <remarks>Each named stream has its own draws, so that a new series leaves the others as they are.</remarks>
internal sealed class SplitMix64(ulong state)
{
    private ulong _state = state;

    /// <summary>A stream named by its parts; the seed is the FNV-1a hash of the name.</summary>
    public static SplitMix64 Named(params string[] parts) => new(Fnv1a64(string.Join('|', parts)));

    public ulong Next()
    {
        unchecked
        {
            var z = _state += 0x9E3779B97F4A7C15UL;
            z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9UL;
            z = (z ^ (z >> 27)) * 0x94D049BB133111EBUL;
            return z ^ (z >> 31);
        }
    }

    /// <summary>Uniform in [0, 1), 53 bits.</summary>
    public double Uniform() => (Next() >> 11) * (1.0 / (1UL << 53));

    /// <summary>Uniform in [low, high).</summary>
    public double Between(double low, double high) => low + (high - low) * Uniform();

    /// <summary>Whole number from low to high, both included.</summary>
    public int Whole(int low, int high) => low + (int)(Uniform() * (high - low + 1));

    public T Pick<T>(IReadOnlyList<T> items) => items[Whole(0, items.Count - 1)];

    /// <summary>Nearly standard normal, and exact on every machine: twelve uniforms less six needs no logarithm or cosine.</summary>
    public double Normal()
    {
        var sum = -6.0;
        for (var i = 0; i < 12; i++)
            sum += Uniform();
        return sum;
    }

    private static ulong Fnv1a64(string text)
    {
        var hash = 0xCBF29CE484222325UL;
        foreach (var octet in Encoding.UTF8.GetBytes(text))
            hash = unchecked((hash ^ octet) * 0x100000001B3UL);
        return hash;
    }
}
