using System.Buffers;

namespace Ingest.Sources.Csv;

/// <summary>What in a text shows that it is no table of figures: markup, NUL characters, lone carriage returns, endless lines.</summary>
internal static class TextObjections
{
    private static readonly SearchValues<char> Looked = SearchValues.Create("\n\r\0");

    /// <summary>The first of them, or null.</summary>
    internal static RowFault? First(TextReader text)
    {
        var buffer = new char[1 << 16];
        var (line, length, isStart, afterReturn) = (1, 0, true, false);
        int read;
        while ((read = text.Read(buffer)) > 0)
        {
            var piece = buffer.AsSpan(0, read);
            if (isStart && piece.TrimStart() is [var first, ..] begun)
            {
                isStart = false;
                if (first == '<')
                    return new(1, "", FirstLine(begun), "这是网页或XML，不是CSV。", "HTML or XML instead of CSV.");
            }
            while (true)
            {
                if (afterReturn && piece is not ['\n', ..])
                    return LoneReturn(line);
                var plain = piece.IndexOfAny(Looked);
                length += plain < 0 ? piece.Length : plain;
                if (length > Decoding.LongestLine)
                    return new(line, "", "", $"这一行超过{Decoding.LongestLine}个字符，不是数据行。", $"The line has more than {Decoding.LongestLine} characters, which no row of data has.");
                if (plain < 0)
                    break;
                if (piece[plain] == '\0')
                    return new(line, "", "\\0", "文件含有空字符(NUL)。", "The file contains a NUL character.");
                afterReturn = piece[plain] == '\r';
                if (!afterReturn)
                    (line, length) = (line + 1, 0);
                piece = piece[(plain + 1)..];
                if (piece.IsEmpty)
                    break;
            }
        }
        return afterReturn ? LoneReturn(line) : null;
    }

    private static RowFault LoneReturn(int line) => new(line, "", "\\r", "文件含有单独的回车符；行尾须为LF或CRLF。", "The file contains a lone carriage return; lines end with LF or CRLF.");

    private static string FirstLine(ReadOnlySpan<char> text) => (text.IndexOf('\n') is >= 0 and var end ? text[..end] : text).TrimEnd().ToString();
}
