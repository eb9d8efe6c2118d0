using Indices.Calculation.Uncertainty;

namespace Ingest.Demo;

/// <summary>Named streams of draws, the same on every machine. Each has its own draws, so that a new series leaves the others as they are.</summary>
internal sealed class DemoRandom
{
    private readonly SplitMix64 _random;

    private DemoRandom(ulong seed) => _random = new(seed);

    /// <summary>A stream named by its parts; the seed is the hash of the name.</summary>
    public static DemoRandom Named(params string[] parts) => new(Seeds.Fnv1A64(string.Join('|', parts)));

    /// <summary>Uniform in [0, 1), 53 bits.</summary>
    public double Uniform() => (_random.Next() >> 11) * (1.0 / (1UL << 53));

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
}
