using System.Globalization;

namespace Ingest.Intake;

/// <summary>Names that browsers and programs give to files. They are shown and never used as a path: bytes lie under their hash.</summary>
public static class DocumentName
{
    private const int Longest = 120;

    /// <summary>The last part of the name, without control characters and marks that turn the direction of writing; never empty.</summary>
    public static string Clean(string name)
    {
        var last = name[(name.LastIndexOfAny(['/', '\\']) + 1)..];
        var plain = string.Concat(last.Where(c => char.GetUnicodeCategory(c) is not (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.Surrogate))).Trim();
        if (plain.Trim('.').Length == 0)
            return "file";
        return plain.Length <= Longest ? plain : string.Concat(plain.AsSpan(0, Longest - 10), "…", plain.AsSpan(plain.Length - 9));
    }
}
