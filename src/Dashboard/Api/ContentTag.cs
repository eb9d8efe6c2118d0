using System.Security.Cryptography;
using System.Text.Json;

namespace Dashboard.Api;

/// <summary>An entity tag of content that has no fingerprint of its own.</summary>
public static class ContentTag
{
    public static string Of<T>(T content) =>
        Convert.ToHexStringLower(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(content)))[..32];
}
