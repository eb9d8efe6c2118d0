using System.Runtime.Intrinsics;

namespace Indices.Calculation.Uncertainty;

/// <summary>SplitMix64 (Steele, Lea and Flood, 2014): the same draws on every machine and runtime, which System.Random does not promise.</summary>
public sealed class SplitMix64(ulong seed)
{
    internal const ulong Step = 0x9E3779B97F4A7C15UL;
    private const double Spacing = 1.0 / (1UL << 53);

    private ulong _state = seed;

    public ulong Next()
    {
        unchecked
        {
            var z = _state += Step;
            z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9UL;
            z = (z ^ (z >> 27)) * 0x94D049BB133111EBUL;
            return z ^ (z >> 31);
        }
    }

    /// <summary>u = ((x ≫ 11) + 0.5) · 2⁻⁵³ (methodology, section 12): above 0; 1 only when all 53 bits are set and the half rounds up.</summary>
    public double NextUniform() => ((Next() >> 11) + 0.5) * Spacing;

    /// <summary>One uniform from each of four generators, whose states are the lanes.</summary>
    internal static Vector256<double> NextUniforms(ref Vector256<ulong> states)
    {
        var z = states += Vector256.Create(Step);
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9UL;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBUL;
        z ^= z >>> 31;
        return (Vector256.ConvertToDouble((z >>> 11).AsInt64()) + Vector256.Create(0.5)) * Spacing;
    }
}
