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
        if (!File.Exists(file))
            Make(file);
        try
        {
            return Convert.FromHexString(File.ReadAllText(file).Trim()) is { Length: Length } key ? key : throw new FormatException();
        }
        catch (FormatException)
        {
            throw new InvalidOperationException(
                $"{file} 不是审计密钥（应为 {2 * Length} 位十六进制数）。{file} holds no audit key: {2 * Length} hexadecimal digits are expected.");
        }
    }

    private static void Make(string file)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        // Whole or not at all: another process may be making its own at the same moment, and the first one counts.
        var draft = $"{file}.{Guid.NewGuid():N}";
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        using (var stream = new FileStream(draft, options))
        {
            stream.Write(System.Text.Encoding.ASCII.GetBytes(RandomNumberGenerator.GetHexString(2 * Length, lowercase: true)));
            stream.Flush(flushToDisk: true);
        }
        try
        {
            File.Move(draft, file, overwrite: false);
        }
        catch (IOException) when (File.Exists(file))
        {
            File.Delete(draft);
        }
    }
}
