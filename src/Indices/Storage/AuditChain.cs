using System.Security.Cryptography;
using Indices.Accounts;

namespace Indices.Storage;

/// <summary>The hash of each row over its content and the hash before it: HMAC-SHA256, so that it cannot be recomputed without the key.</summary>
internal sealed class AuditChain(byte[] key)
{
    /// <summary>What comes before the first row.</summary>
    public const string Start = "";

    /// <param name="before">Hash of the row before.</param>
    public string Next(string before, long row, AuditEntry entry)
    {
        using var content = new MemoryStream(256);
        // Every text comes with its length, so that none can pass for the end of another.
        using var writer = new BinaryWriter(content);
        writer.Write(before);
        writer.Write(row);
        writer.Write(Texts.Of(entry.At));
        writer.Write(entry.By);
        writer.Write(entry.Action);
        writer.Write(entry.Subject);
        writer.Write(entry.Result);
        writer.Write(entry.Address is not null);
        writer.Write(entry.Address ?? "");
        writer.Flush();
        return Convert.ToHexStringLower(HMACSHA256.HashData(key, content.GetBuffer().AsSpan(0, (int)content.Length)));
    }
}
