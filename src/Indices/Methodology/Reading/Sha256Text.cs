using System.Security.Cryptography;
using System.Text;

namespace Indices.Methodology.Reading;

internal static class Sha256Text
{
    /// <summary>Lower-case hexadecimal hash of the text's UTF-8 bytes, which are the file's own.</summary>
    internal static string Of(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
