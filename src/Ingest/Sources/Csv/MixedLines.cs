using System.Text;
using System.Text.Unicode;

namespace Ingest.Sources.Csv;

/// <summary>
/// Finds files pasted together from UTF-8 and GB18030. Read as GB18030 alone they would give wrong characters without a
/// complaint, since most of UTF-8's Chinese is valid there.
/// </summary>
internal static class MixedLines
{
    /// <summary>Where a file that is not UTF-8 as a whole has a line that can only be UTF-8; null when it has none.</summary>
    internal static int? FirstOtherByte(ReadOnlySpan<byte> bytes)
    {
        for (var start = 0; start < bytes.Length;)
        {
            var length = bytes[start..].IndexOf((byte)'\n') is >= 0 and var end ? end : bytes.Length - start;
            if (IsChineseUtf8(bytes.Slice(start, length)))
                return start;
            start += length + 1;
        }
        return null;
    }

    // Two Chinese characters and nothing of two bytes: the chance that GB18030 text looks like this is small.
    private static bool IsChineseUtf8(ReadOnlySpan<byte> line)
    {
        if (!line.ContainsAnyExceptInRange((byte)0, (byte)0x7F) || !Utf8.IsValid(line))
            return false;
        var chinese = 0;
        foreach (var rune in Encoding.UTF8.GetString(line).EnumerateRunes())
            if (rune.Value is >= 0x4E00 and <= 0x9FFF)
                chinese++;
            else if (rune.Value is >= 0x80 and < 0x800)
                return false;
        return chinese >= 2;
    }
}
