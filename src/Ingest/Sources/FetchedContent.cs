using Indices.Sources;

namespace Ingest.Sources;

/// <summary>Looks at the beginning of what a source sent: a login or error page that came with status 200 must not be taken for data.</summary>
internal static class FetchedContent
{
    /// <summary>How many bytes are looked at.</summary>
    internal const int Head = 512;

    /// <summary>How compound files begin, which workbooks were before XLSX.</summary>
    private static ReadOnlySpan<byte> OldWorkbook => [0xD0, 0xCF, 0x11, 0xE0];

    /// <summary>Why this is not what the source should send, or null.</summary>
    /// <param name="contentType">As the server says, without parameters; empty when it does not.</param>
    internal static (string Chinese, string English)? Objection(SourceKind kind, string contentType, ReadOnlySpan<byte> head)
    {
        var text = Trim(head);
        var name = SourceWords.Of(kind).ToUpperInvariant();
        if (contentType is "text/html" or "application/xhtml+xml" || text.StartsWith("<"u8))
            return ($"收到的是网页而不是{name}（可能是登录页或错误页）。", $"HTML instead of {name}, perhaps a login or error page.");
        var fits = kind switch
        {
            SourceKind.Json or SourceKind.Nbs or SourceKind.SdmxJson => text.StartsWith("{"u8) || text.StartsWith("["u8),
            SourceKind.Xlsx => head.StartsWith("PK"u8),
            SourceKind.Xls => head.StartsWith(OldWorkbook),
            _ => !head.StartsWith("PK\u0003\u0004"u8),
        };
        return fits && !text.IsEmpty ? null : ($"收到的内容不是{name}。", $"The content is not {name}.");
    }

    private static ReadOnlySpan<byte> Trim(ReadOnlySpan<byte> head) =>
        (head.StartsWith("\uFEFF"u8) ? head[3..] : head).TrimStart(" \t\r\n\0"u8);
}
