using System.Text;
using Ingest.Sources.Tables;

namespace Ingest.Sources.Csv;

/// <summary>
/// Bytes to text: by byte order mark, then UTF-16 by where its zero bytes are, then strict UTF-8, then strict GB18030.
/// What fits none is refused with the place, never patched. A file is looked at piece by piece, so its size does not matter.
/// </summary>
internal static class Decoding
{
    /// <summary>Characters; longer than any row of figures. Such a line is another kind of file, and would fill memory before it said so.</summary>
    internal const int LongestLine = 1 << 20;

    private const int Sampled = 4096;

    private static readonly UTF8Encoding Utf8 = new(false, throwOnInvalidBytes: true);
    private static readonly UnicodeEncoding Utf16LittleEndian = new(false, false, throwOnInvalidBytes: true);
    private static readonly UnicodeEncoding Utf16BigEndian = new(true, false, throwOnInvalidBytes: true);
    private static readonly Encoding Gb18030 = CodePagesEncodingProvider.Instance.GetEncoding(
        "GB18030", EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback)!;

    /// <returns>The text, or the fault that refuses the file.</returns>
    internal static (string? Text, RowFault? Fault) Read(byte[] bytes)
    {
        var (found, fault) = Find(new MemoryStream(bytes));
        return fault is null ? (found.Encoding.GetString(bytes, found.Mark, bytes.Length - found.Mark), null) : (null, fault);
    }

    /// <summary>How a file is written, once all of it has been seen to be a text.</summary>
    /// <param name="file">Can be read several times.</param>
    /// <returns>The encoding, or the fault that refuses the file.</returns>
    internal static (TextEncoding Found, RowFault? Fault) Find(Stream file)
    {
        var head = new byte[Math.Min(file.Length, Sampled)];
        file.Position = 0;
        file.ReadExactly(head);
        if (Objection(head) is { } other)
            return (default, other);
        var (found, bad) = head switch
        {
            [0xFF, 0xFE, ..] => Try(new(Utf16LittleEndian, 2), file),
            [0xFE, 0xFF, ..] => Try(new(Utf16BigEndian, 2), file),
            [0xEF, 0xBB, 0xBF, ..] => Try(new(Utf8, 3), file),
            _ => WithoutMark(head, file),
        };
        if (bad is { } place)
            return (default, Undecodable(file, place));
        using var text = found.Open(file);
        return (found, TextObjections.First(text));
    }

    private static (TextEncoding Found, long? Bad) WithoutMark(byte[] head, Stream file)
    {
        if (LooksLikeUtf16(head, file.Length) is { } wide)
            return Try(new(wide, 0), file);
        var utf8 = Try(new(Utf8, 0), file);
        if (utf8.Bad is null)
            return utf8;
        var gb18030 = Try(new(Gb18030, 0), file);
        if (gb18030.Bad is not null)
            return (default, Math.Max(utf8.Bad.Value, gb18030.Bad.Value));
        return MixedLines.FirstOtherByte(file) is { } mixed ? (default, Math.Max(utf8.Bad.Value, mixed)) : gb18030;
    }

    private static (TextEncoding Found, long? Bad) Try(TextEncoding how, Stream file) => (how, how.FirstBadByte(file));

    // Digits, commas and line ends have a zero for their upper byte; Chinese characters seldom have one for either.
    private static UnicodeEncoding? LooksLikeUtf16(byte[] head, long length)
    {
        if (length < 2 || length % 2 != 0)
            return null;
        Span<int> zeros = [0, 0];
        for (var i = 0; i < head.Length; i++)
            zeros[i % 2] += head[i] == 0 ? 1 : 0;
        // A NUL or two is a damaged text, not another encoding.
        if (10 * Math.Max(zeros[0], zeros[1]) < head.Length / 2)
            return null;
        return zeros[1] > 4 * zeros[0] ? Utf16LittleEndian : zeros[0] > 4 * zeros[1] ? Utf16BigEndian : null;
    }

    private static RowFault Undecodable(Stream file, long bad)
    {
        var line = 1;
        file.Position = 0;
        foreach (var (piece, start) in Pieces.Of(file))
            line += piece.Span[..(int)Math.Clamp(bad - start, 0, piece.Length)].Count((byte)'\n');
        var shown = new byte[Math.Min(2, file.Length - bad)];
        file.Position = bad;
        file.ReadExactly(shown);
        return new(line, "", Convert.ToHexString(shown), $"第{bad + 1}个字节起无法解码：文件不是（或不全是）UTF-8、GB18030或UTF-16编码。",
            $"From byte {bad + 1} on it cannot be decoded: the encoding is not, or not everywhere, UTF-8, GB18030 or UTF-16.");
    }

    private static RowFault? Objection(ReadOnlySpan<byte> bytes) =>
        WorkbookFile.Begins(bytes) ? new(1, "", "", "这是工作簿或压缩文件，不是CSV；请另存为CSV。", "This is a workbook or an archive, not CSV; save it as CSV.")
        : bytes.StartsWith("%PDF-"u8) ? new(1, "", "%PDF", "这是PDF，不是数据文件。", "This is a PDF, not a file of data.")
        : null;
}
