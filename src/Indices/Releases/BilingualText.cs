using Indices.Calculation;

namespace Indices.Releases;

/// <summary>A reason or note as it is kept with a release: the Chinese text on the first line, the English one on the second.</summary>
public static class BilingualText
{
    internal static string Of(Warning warning) => $"{warning.Chinese}\n{warning.English}";

    /// <summary>The text of one language; a text without a second line is the same in both.</summary>
    public static string In(string text, bool english) =>
        text.Split('\n', 2) is [var chinese, var translation] ? english ? translation : chinese : text;

    /// <summary>Both on one line, for files that have no language.</summary>
    public static string Both(string text) => text.Replace("\n", " / ", StringComparison.Ordinal);
}
