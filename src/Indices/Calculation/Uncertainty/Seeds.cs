using System.Text;
using Indices.Time;

namespace Indices.Calculation.Uncertainty;

/// <summary>Seeds from names, so that a published draw can be repeated from what the release says about itself.</summary>
public static class Seeds
{
    /// <summary>Seed of all draws for one value: FNV-1a-64 of <c>index|period|version</c> (methodology, section 12).</summary>
    /// <remarks>A quarter is written as in the methodology's tables, without a dash: <c>HZ-FCEI|2025Q2|1.0.0</c>.</remarks>
    public static ulong Of(string index, Period period, string version) => Fnv1A64(Name(index, period, version));

    internal static string Name(string index, Period period, string version) =>
        $"{index}|{period.ToString().Replace("-Q", "Q", StringComparison.Ordinal)}|{version}";

    /// <summary>Fowler-Noll-Vo hash, variant 1a, 64 bits, of the text in UTF-8.</summary>
    public static ulong Fnv1A64(string text)
    {
        var hash = 0xCBF29CE484222325UL;
        foreach (var octet in Encoding.UTF8.GetBytes(text))
            hash = unchecked((hash ^ octet) * 0x100000001B3UL);
        return hash;
    }
}
