using Indices.Methodology;
using Xunit;

namespace Indices.Tests.Methodology;

/// <summary>Asserts that a text is refused for exactly the faults named.</summary>
internal static class Refusal
{
    /// <param name="good">A text that is accepted.</param>
    /// <param name="old">A part of it that occurs once.</param>
    /// <param name="bad">What stands there instead.</param>
    internal static string Spoil(string good, string old, string bad)
    {
        var at = good.IndexOf(old, StringComparison.Ordinal);
        Assert.True(at >= 0 && good.IndexOf(old, at + 1, StringComparison.Ordinal) < 0, $"'{old}' must occur once");
        return good.Replace(old, bad, StringComparison.Ordinal);
    }

    /// <param name="parse">Reads the spoilt text.</param>
    /// <param name="expected">Messages as shown: file, line, Chinese, English; in order.</param>
    internal static void Is(Action parse, params string[] expected)
    {
        var refusal = Assert.Throws<MethodologyFileException>(parse);
        Assert.Equal(string.Join(Environment.NewLine, expected), refusal.Message);
        Assert.Equal(expected.Length, refusal.Faults.Count);
    }
}
