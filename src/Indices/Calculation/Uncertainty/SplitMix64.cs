using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
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

    /// <summary>One uniform from each of eight generators, whose states are the lanes.</summary>
    internal static Vector512<double> NextUniforms(ref Vector512<ulong> states)
    {
        states += Vector512.Create(Step);
        return Uniforms(states);
    }

    /// <summary>Some of the draws of <see cref="NextUniform"/>, without those in between: each draw adds a constant to the state, so any can be the next.</summary>
    /// <param name="first">Draws left out before the first.</param>
    /// <param name="every">1 for all, 2 for every other one, and so on.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static void Fill(Span<double> uniforms, ulong seed, int first, int every)
    {
        var stride = unchecked((ulong)every * Step);
        var states = Vector512.Create(unchecked(seed + ((ulong)first + 1) * Step)) + Vector512<ulong>.Indices * stride;
        var vectors = MemoryMarshal.Cast<double, Vector512<double>>(uniforms);
        for (var i = 0; i < vectors.Length; i++)
        {
            vectors[i] = Uniforms(states);
            states += Vector512.Create(unchecked((ulong)Vector512<ulong>.Count * stride));
        }
        var rest = Uniforms(states);
        for (var (i, lane) = (vectors.Length * Vector512<double>.Count, 0); i < uniforms.Length; i++, lane++)
            uniforms[i] = rest[lane];
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<double> Uniforms(Vector512<ulong> z)
    {
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9UL;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBUL;
        z ^= z >>> 31;
        return (Vector512.ConvertToDouble((z >>> 11).AsInt64()) + Vector512.Create(0.5)) * Spacing;
    }
}
