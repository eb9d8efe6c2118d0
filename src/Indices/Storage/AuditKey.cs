using System.Security.Cryptography;

namespace Indices.Storage;

/// <summary>The secret of the audit log's hashes: outside the database, so that who can write the one cannot forge the other.</summary>
internal sealed class AuditKey(StorageOptions options)
{
    private const int Length = 32;

    private readonly Lazy<byte[]> _bytes = new(() => Read(options.AuditKeyFile));

    /// <summary>Made with the first line of the log when the file does not exist yet; only its owner may read it.</summary>
    /// <exception cref="InvalidOperationException">The file holds no key.</exception>
    public byte[] Bytes => _bytes.Value;

    private static byte[] Read(string file)
    {
        try
        {
            return Convert.FromHexString(KeyFile.ReadOrMake(file, () => RandomNumberGenerator.GetHexString(2 * Length, lowercase: true)).Trim()) is { Length: Length } key ? key : throw new FormatException();
        }
        catch (FormatException)
        {
            throw new InvalidOperationException(
                $"{file} 不是审计密钥（应为 {2 * Length} 位十六进制数）。{file} holds no audit key: {2 * Length} hexadecimal digits are expected.");
        }
    }
}
