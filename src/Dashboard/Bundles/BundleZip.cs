using System.IO.Compression;
using Indices.Time;

namespace Dashboard.Bundles;

/// <summary>A ZIP whose bytes follow from its files and one instant. Nothing in it is compressed: no version of a library decides about a byte.</summary>
internal static class BundleZip
{
    // -rw-r--r-- and -rwxr-xr-x of a regular file.
    private const int Plain = unchecked((int)0x81A40000);
    private const int Executable = unchecked((int)0x81ED0000);

    /// <param name="at">Its time on the office's clock stands at every file.</param>
    internal static byte[] Write(IEnumerable<(string Name, byte[] Content)> files, DateTimeOffset at)
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
            foreach (var (name, content) in files)
            {
                var entry = zip.CreateEntry(name, CompressionLevel.NoCompression);
                entry.LastWriteTime = TimeZoneInfo.ConvertTime(at, OfficeClock.Zone);
                entry.ExternalAttributes = name == BundleFiles.Check ? Executable : Plain;
                using var stream = entry.Open();
                stream.Write(content);
            }
        return bytes.ToArray();
    }

    /// <summary>The files in their order.</summary>
    /// <exception cref="InvalidDataException">It is no such ZIP.</exception>
    internal static List<(string Name, byte[] Content)> Read(byte[] bundle)
    {
        using var zip = new ZipArchive(new MemoryStream(bundle, writable: false), ZipArchiveMode.Read);
        // Nothing is compressed, so no file is longer than the whole.
        return zip.Entries.Sum(e => e.Length) > bundle.Length
            ? throw new InvalidDataException()
            : [.. zip.Entries.Select(entry =>
            {
                using var content = new MemoryStream();
                using var stream = entry.Open();
                stream.CopyTo(content);
                return (entry.FullName, content.ToArray());
            })];
    }
}
