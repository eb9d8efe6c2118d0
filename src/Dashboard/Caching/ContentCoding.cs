using System.Globalization;
using System.IO.Compression;
using Microsoft.Extensions.Primitives;

namespace Dashboard.Caching;

/// <summary>How an answer is compressed.</summary>
public enum ContentCoding
{
    Identity,
    Gzip,
    Brotli,
}

public static class ContentCodings
{
    /// <summary>Name in <c>Content-Encoding</c>.</summary>
    public static string Name(this ContentCoding coding) => coding == ContentCoding.Brotli ? "br" : "gzip";

    /// <summary>The smallest that the reader takes; what it weighs with zero it does not take (RFC 9110, 12.5.3).</summary>
    public static ContentCoding Best(StringValues acceptEncoding)
    {
        var best = ContentCoding.Identity;
        foreach (var header in acceptEncoding)
            foreach (var range in header.AsSpan().Split(','))
            {
                var entry = header.AsSpan()[range];
                var coding = Of(entry);
                if (coding > best && IsTaken(entry))
                    best = coding;
            }
        return best;
    }

    public static byte[] Compress(this ContentCoding coding, byte[] body)
    {
        using var compressed = new MemoryStream();
        using (Stream stream = coding == ContentCoding.Brotli
            ? new BrotliStream(compressed, CompressionLevel.Optimal)
            : new GZipStream(compressed, CompressionLevel.Optimal))
            stream.Write(body);
        return compressed.ToArray();
    }

    private static ContentCoding Of(ReadOnlySpan<char> entry)
    {
        var semicolon = entry.IndexOf(';');
        return (semicolon < 0 ? entry : entry[..semicolon]).Trim() switch
        {
            "br" => ContentCoding.Brotli,
            "gzip" => ContentCoding.Gzip,
            _ => ContentCoding.Identity,
        };
    }

    private static bool IsTaken(ReadOnlySpan<char> entry)
    {
        var weight = entry.IndexOf("q=", StringComparison.OrdinalIgnoreCase);
        return weight < 0 || !double.TryParse(entry[(weight + 2)..].Trim(), CultureInfo.InvariantCulture, out var q) || q > 0;
    }
}
