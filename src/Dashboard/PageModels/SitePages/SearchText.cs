using System.Collections.Immutable;
using System.Text;

namespace Dashboard.PageModels.SitePages;

/// <summary>Texts as they are compared: full width like half width, capitals like small letters.</summary>
public static class SearchText
{
    /// <summary>Longer questions are cut: nobody types them.</summary>
    public const int Longest = 100;

    public static string Fold(string text) => text.Normalize(NormalizationForm.FormKC).ToLowerInvariant();

    /// <summary>The parts of a question that all have to be found.</summary>
    public static ImmutableArray<string> Terms(string? asked) => Cut(asked) is { Length: > 0 } text
        ? [.. Fold(text).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Distinct()]
        : [];

    /// <summary>What is shown of a question; half of a character and what is no character at all are left out.</summary>
    public static string Cut(string? asked) =>
        string.Concat((asked ?? "").EnumerateRunes().Where(r => r != Rune.ReplacementChar && !Rune.IsControl(r)).Take(Longest));
}
