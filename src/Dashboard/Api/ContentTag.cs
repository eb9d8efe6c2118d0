using System.Security.Cryptography;
using System.Text.Json;

namespace Dashboard.Api;

/// <summary>An entity tag of content that has no fingerprint of its own.</summary>
public static class ContentTag
{
    public static string Of<T>(T content) =>
        OfBytes(JsonSerializer.SerializeToUtf8Bytes(content));

    public static string OfBytes(byte[] content) => Convert.ToHexStringLower(SHA256.HashData(content))[..32];
}
