using System.Text;
using System.Text.Unicode;

namespace Ingest.Sources.Csv;

/// <summary>
/// Finds files pasted together from UTF-8 and GB18030. Read as GB18030 alone they would give wrong characters without a
/// complaint, since most of UTF-8's Chinese is valid there.
/// </summary>
internal static class MixedLines
{
    // Longer lines are not looked at as one: no row of figures is so long.
    private const int LongestLine = 1 << 20;

    /// <summary>Where a file that is not UTF-8 as a whole has a line that can only be UTF-8; null when it has none.</summary>
    internal static long? FirstOtherByte(Stream file)
    {
        file.Position = 0;
        var buffer = new byte[LongestLine];
        var (held, start) = (0, 0L);
        while (true)
        {
            var read = file.ReadAtLeast(buffer.AsSpan(held), buffer.Length - held, throwOnEndOfStream: false);
            var known = buffer.AsSpan(0, held + read);
            var whole = read == 0 || known.LastIndexOf((byte)'\n') < 0 ? known.Length : known.LastIndexOf((byte)'\n') + 1;
            if (FirstOtherLine(known[..whole]) is { } place)
                return start + place;
            if (read == 0)
                return null;
            known[whole..].CopyTo(buffer);
            (held, start) = (known.Length - whole, start + whole);
        }
    }

    private static int? FirstOtherLine(ReadOnlySpan<byte> lines)
    {
        for (var start = 0; start < lines.Length;)
        {
            var length = lines[start..].IndexOf((byte)'\n') is >= 0 and var end ? end : lines.Length - start;
            if (IsChineseUtf8(lines.Slice(start, length)))
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
