using System.Buffers;
using System.Security.Cryptography;
using Indices.Provenance;
using Indices.Time;

namespace Ingest.Archive;

/// <summary>Keeps every document's bytes on disk under their SHA-256, before anything reads them. The same bytes are one file.</summary>
/// <param name="options">Files live in <c>documents/ab/abcdef…</c> below the data directory.</param>
public sealed class DocumentArchive(IngestOptions options, TimeProvider clock)
{
    private const int NoSpaceOnUnix = 28;
    private const int NoSpaceOnWindows = unchecked((int)0x80070070);

    /// <summary>Stores the bytes and describes them. Durable when it returns.</summary>
    /// <param name="content">Read to its end.</param>
    /// <param name="name">File name; any folder in it is dropped.</param>
    /// <param name="address">Where it came from: a URL, or <c>inbox:</c>, <c>seed:</c>, <c>upload:</c> and a name.</param>
    /// <param name="by">Account or job.</param>
    /// <exception cref="IOException">The bytes could not be read or kept; nothing was stored.</exception>
    public async Task<RawDocument> Store(
        Stream content, string name, string address, string contentType, string by, CancellationToken cancellation = default)
    {
        var folder = Path.Combine(options.DataDirectory, "documents");
        Directory.CreateDirectory(folder);
        var temporary = DurableFile.TemporaryIn(folder);
        try
        {
            var (sha256, size) = await Copy(content, temporary, cancellation);
            var path = PathOf(sha256);
            if (!File.Exists(path))
            {
                Directory.CreateDirectory(Path.GetDirectoryName(path)!);
                DurableFile.Publish(temporary, path);
            }
            return new RawDocument(sha256, Path.GetFileName(name), address, contentType, size, new Vintage(clock.GetUtcNow()), by);
        }
        catch (IOException failure) when (failure.HResult is NoSpaceOnUnix or NoSpaceOnWindows)
        {
            throw new IOException("存储空间已满，未保存任何内容；腾出空间后请再试。The storage is full and nothing was saved; free some space and try again.", failure);
        }
        finally
        {
            File.Delete(temporary);
        }
    }

    /// <summary>Opens the bytes of a stored document.</summary>
    /// <exception cref="FileNotFoundException">No document has this hash.</exception>
    public Stream Open(string sha256) => File.OpenRead(PathOf(sha256));

    /// <summary>The identity of some bytes: lower-case hexadecimal SHA-256.</summary>
    public static async Task<string> Hash(Stream content, CancellationToken cancellation = default) =>
        Convert.ToHexStringLower(await SHA256.HashDataAsync(content, cancellation));

    private string PathOf(string sha256)
    {
        if (sha256.Length != 64 || !sha256.All(char.IsAsciiHexDigitLower))
            throw new FileNotFoundException($"'{sha256}' is not the hash of a document.");
        return Path.Combine(options.DataDirectory, "documents", sha256[..2], sha256);
    }

    private static async Task<(string Sha256, long Size)> Copy(Stream content, string path, CancellationToken cancellation)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(128 * 1024);
        try
        {
            using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
            await using var file = new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.None);
            var size = 0L;
            int read;
            while ((read = await content.ReadAsync(buffer, cancellation)) > 0)
            {
                hash.AppendData(buffer, 0, read);
                await file.WriteAsync(buffer.AsMemory(0, read), cancellation);
                size += read;
            }
            file.Flush(flushToDisk: true);
            return (Convert.ToHexStringLower(hash.GetHashAndReset()), size);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }
}
