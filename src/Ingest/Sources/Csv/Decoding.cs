using System.Buffers;
using System.Text;
using System.Text.Unicode;

namespace Ingest.Sources.Csv;

/// <summary>Bytes to text: by byte order mark, then strict UTF-8, then strict GB18030. What fits none is refused, never patched.</summary>
internal static class Decoding
{
    private static readonly UTF8Encoding Utf8Strict = new(false, throwOnInvalidBytes: true);
    private static readonly Encoding Gb18030 = CodePagesEncodingProvider.Instance.GetEncoding(
        "GB18030", EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback)!;

    /// <returns>The text, or the fault that refuses the file.</returns>
    internal static (string? Text, RowFault? Fault) Read(byte[] bytes)
    {
        if (bytes.AsSpan().StartsWith("PK\u0003\u0004"u8))
            return (null, new(1, "", "", "这是工作簿或压缩文件，不是CSV；请另存为CSV。", "This is a workbook or an archive, not CSV; save it as CSV."));
        if (Decode(bytes) is not { } text)
            return (null, new(LineOfFirstBadByte(bytes), "", "", "文件编码无法识别：不是UTF-8、GB18030或带标记的UTF-16。", "The encoding is not UTF-8, GB18030, or UTF-16 with a byte order mark."));
        return Objection(text) is { } fault ? (null, fault) : (text, null);
    }

    private static string? Decode(byte[] bytes)
    {
        try
        {
            return bytes switch
            {
                [0xFF, 0xFE, ..] => new UnicodeEncoding(false, true, true).GetString(bytes, 2, bytes.Length - 2),
                [0xFE, 0xFF, ..] => new UnicodeEncoding(true, true, true).GetString(bytes, 2, bytes.Length - 2),
                [0xEF, 0xBB, 0xBF, ..] => Utf8Strict.GetString(bytes, 3, bytes.Length - 3),
                _ => System.Text.Unicode.Utf8.IsValid(bytes) ? Utf8Strict.GetString(bytes) : Gb18030.GetString(bytes),
            };
        }
        catch (ArgumentException)
        {
            // DecoderFallbackException is one; the code page decoder also throws its base for some broken tails.
            return null;
        }
    }

    private static RowFault? Objection(string text)
    {
        if (text.AsSpan().TrimStart().StartsWith("<", StringComparison.Ordinal))
            return new(1, "", FirstLine(text), "这是网页或XML，不是CSV。", "HTML or XML instead of CSV.");
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '\0')
                return new(LineAt(text, i), "", "\\0", "文件含有空字符(NUL)。", "The file contains a NUL character.");
            if (text[i] == '\r' && (i + 1 == text.Length || text[i + 1] != '\n'))
                return new(LineAt(text, i), "", "\\r", "文件含有单独的回车符；行尾须为LF或CRLF。", "The file contains a lone carriage return; lines end with LF or CRLF.");
        }
        return null;
    }

    private static string FirstLine(string text) => text.AsSpan().TrimStart().ToString().Split('\n', 2)[0].TrimEnd();

    private static int LineAt(string text, int index) => text.AsSpan(0, index).Count('\n') + 1;

    private static int LineOfFirstBadByte(byte[] bytes)
    {
        var buffer = ArrayPool<char>.Shared.Rent(bytes.Length);
        Utf8.ToUtf16(bytes, buffer, out var read, out _, replaceInvalidSequences: false);
        ArrayPool<char>.Shared.Return(buffer);
        return bytes.AsSpan(0, read).Count((byte)'\n') + 1;
    }
}
