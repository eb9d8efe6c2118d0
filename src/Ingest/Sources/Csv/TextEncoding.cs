using System.Text;

namespace Ingest.Sources.Csv;

/// <summary>How a text is written.</summary>
/// <param name="Encoding">Throws at what it cannot decode.</param>
/// <param name="Mark">Bytes of the byte order mark.</param>
internal readonly record struct TextEncoding(Encoding Encoding, int Mark)
{
    /// <summary>A reader from the first character on, which leaves the file open.</summary>
    internal StreamReader Open(Stream file)
    {
        file.Position = Mark;
        return new StreamReader(file, Encoding, detectEncodingFromByteOrderMarks: false, bufferSize: 1 << 16, leaveOpen: true);
    }

    /// <summary>Where the first byte stands that this is not the encoding of; null when there is none.</summary>
    internal long? FirstBadByte(Stream file)
    {
        var decoder = Encoding.GetDecoder();
        var characters = new char[Encoding.GetMaxCharCount(Pieces.Size)];
        file.Position = Mark;
        var end = (long)Mark;
        try
        {
            foreach (var (piece, start) in Pieces.Of(file))
            {
                end = start;
                decoder.GetChars(piece.Span, characters, flush: false);
                end = start + piece.Length;
            }
            decoder.GetChars([], characters, flush: true);
            return null;
        }
        catch (DecoderFallbackException refused)
        {
            // Of a character that began in the piece before, the place is told from there and may be below zero.
            return Math.Clamp(end + refused.Index, Mark, file.Length - 1);
        }
        catch (ArgumentException)
        {
            // The code page decoder throws this for some broken tails.
            return file.Length - 1;
        }
    }
}

/// <summary>A file in pieces of a size that fits in memory.</summary>
internal static class Pieces
{
    internal const int Size = 1 << 16;

    /// <summary>From where the file stands; each piece is good until the next.</summary>
    internal static IEnumerable<(ReadOnlyMemory<byte> Piece, long Start)> Of(Stream file)
    {
        var buffer = new byte[Size];
        int read;
        for (var start = file.Position; (read = file.ReadAtLeast(buffer, Size, throwOnEndOfStream: false)) > 0; start += read)
            yield return (buffer.AsMemory(0, read), start);
    }
}
