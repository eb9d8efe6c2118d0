using System.Text;
using Ingest.Sources.Tables;

namespace Ingest.Sources.Csv;

/// <summary>
/// Bytes to text: by byte order mark, then UTF-16 by where its zero bytes are, then strict UTF-8, then strict GB18030.
/// What fits none is refused with the place, never patched.
/// </summary>
internal static class Decoding
{
    private const int Sampled = 4096;

    // Longer than any row of figures: such a line is another kind of file, and would fill memory before it said so.
    private const int LongestLine = 1 << 20;

    private static readonly UTF8Encoding Utf8 = new(false, throwOnInvalidBytes: true);
    private static readonly UnicodeEncoding Utf16LittleEndian = new(false, false, throwOnInvalidBytes: true);
    private static readonly UnicodeEncoding Utf16BigEndian = new(true, false, throwOnInvalidBytes: true);
    private static readonly Encoding Gb18030 = CodePagesEncodingProvider.Instance.GetEncoding(
        "GB18030", EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback)!;

    /// <returns>The text, or the fault that refuses the file.</returns>
    internal static (string? Text, RowFault? Fault) Read(byte[] bytes)
    {
        if (Objection(bytes) is { } other)
            return (null, other);
        var (text, bad) = bytes switch
        {
            [0xFF, 0xFE, ..] => Try(Utf16LittleEndian, bytes, 2),
            [0xFE, 0xFF, ..] => Try(Utf16BigEndian, bytes, 2),
            [0xEF, 0xBB, 0xBF, ..] => Try(Utf8, bytes, 3),
            _ => WithoutMark(bytes),
        };
        if (text is null)
            return (null, Undecodable(bytes, bad));
        return Objection(text) is { } fault ? (null, fault) : (text, null);
    }

    private static (string? Text, int Bad) WithoutMark(byte[] bytes)
    {
        if (LooksLikeUtf16(bytes) is { } wide)
            return Try(wide, bytes, 0);
        var utf8 = Try(Utf8, bytes, 0);
        if (utf8.Text is not null)
            return utf8;
        var gb18030 = Try(Gb18030, bytes, 0);
        if (gb18030.Text is null)
            return (null, Math.Max(utf8.Bad, gb18030.Bad));
        return MixedLines.FirstOtherByte(bytes) is { } mixed ? (null, Math.Max(utf8.Bad, mixed)) : gb18030;
    }

    private static (string? Text, int Bad) Try(Encoding encoding, byte[] bytes, int from)
    {
        try
        {
            return (encoding.GetString(bytes, from, bytes.Length - from), 0);
        }
        catch (DecoderFallbackException refused)
        {
            return (null, from + Math.Max(0, refused.Index));
        }
        catch (ArgumentException)
        {
            // The code page decoder throws this for some broken tails.
            return (null, bytes.Length - 1);
        }
    }

    // Digits, commas and line ends have a zero for their upper byte; Chinese characters seldom have one for either.
    private static UnicodeEncoding? LooksLikeUtf16(byte[] bytes)
    {
        if (bytes.Length < 2 || bytes.Length % 2 != 0)
            return null;
        Span<int> zeros = [0, 0];
        for (var i = 0; i < Math.Min(bytes.Length, Sampled); i++)
            zeros[i % 2] += bytes[i] == 0 ? 1 : 0;
        // A NUL or two is a damaged text, not another encoding.
        if (10 * Math.Max(zeros[0], zeros[1]) < Math.Min(bytes.Length, Sampled) / 2)
            return null;
        return zeros[1] > 4 * zeros[0] ? Utf16LittleEndian : zeros[0] > 4 * zeros[1] ? Utf16BigEndian : null;
    }

    private static RowFault Undecodable(byte[] bytes, int bad)
    {
        var line = bytes.AsSpan(0, bad).Count((byte)'\n') + 1;
        var shown = Convert.ToHexString(bytes.AsSpan(bad, Math.Min(2, bytes.Length - bad)));
        return new(line, "", shown, $"第{bad + 1}个字节起无法解码：文件不是（或不全是）UTF-8、GB18030或UTF-16编码。",
            $"From byte {bad + 1} on it cannot be decoded: the encoding is not, or not everywhere, UTF-8, GB18030 or UTF-16.");
    }

    private static RowFault? Objection(ReadOnlySpan<byte> bytes) =>
        WorkbookFile.Begins(bytes) ? new(1, "", "", "这是工作簿或压缩文件，不是CSV；请另存为CSV。", "This is a workbook or an archive, not CSV; save it as CSV.")
        : bytes.StartsWith("%PDF-"u8) ? new(1, "", "%PDF", "这是PDF，不是数据文件。", "This is a PDF, not a file of data.")
        : null;

    private static RowFault? Objection(string text)
    {
        if (text.AsSpan().TrimStart().StartsWith("<", StringComparison.Ordinal))
            return new(1, "", FirstLine(text), "这是网页或XML，不是CSV。", "HTML or XML instead of CSV.");
        var start = 0;
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '\n')
                start = i + 1;
            else if (i - start == LongestLine)
                return new(LineAt(text, i), "", "", $"这一行超过{LongestLine}个字符，不是数据行。", $"The line has more than {LongestLine} characters, which no row of data has.");
            if (text[i] == '\0')
                return new(LineAt(text, i), "", "\\0", "文件含有空字符(NUL)。", "The file contains a NUL character.");
            if (text[i] == '\r' && (i + 1 == text.Length || text[i + 1] != '\n'))
                return new(LineAt(text, i), "", "\\r", "文件含有单独的回车符；行尾须为LF或CRLF。", "The file contains a lone carriage return; lines end with LF or CRLF.");
        }
        return null;
    }

    private static string FirstLine(string text) => text.AsSpan().TrimStart().ToString().Split('\n', 2)[0].TrimEnd();

    private static int LineAt(string text, int index) => text.AsSpan(0, index).Count('\n') + 1;
}
