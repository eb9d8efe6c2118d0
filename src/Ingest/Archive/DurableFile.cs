using System.Runtime.InteropServices;

namespace Ingest.Archive;

/// <summary>Writes a file so that, after any crash, it is there with all its bytes or not there at all.</summary>
public static partial class DurableFile
{
    /// <summary>Writes beside <paramref name="path"/>, flushes to disk, renames over it and flushes the folder's entry.</summary>
    /// <exception cref="IOException">The folder cannot be written or the disk is full; the file at <paramref name="path"/> is unchanged.</exception>
    public static void Write(string path, Action<Stream> write)
    {
        var folder = Path.GetDirectoryName(Path.GetFullPath(path))!;
        Directory.CreateDirectory(folder);
        var temporary = TemporaryIn(folder);
        try
        {
            using (var stream = new FileStream(temporary, FileMode.CreateNew, FileAccess.Write, FileShare.None))
            {
                write(stream);
                stream.Flush(flushToDisk: true);
            }
            Publish(temporary, path);
        }
        finally
        {
            File.Delete(temporary);
        }
    }

    /// <summary>A new name for a file that is still being written; folders read by name ignore such names.</summary>
    internal static string TemporaryIn(string folder) => Path.Combine(folder, $".{Guid.NewGuid():N}.tmp");

    /// <summary>Gives a complete, flushed file its name.</summary>
    internal static void Publish(string temporary, string path)
    {
        File.Move(temporary, path, overwrite: true);
        FlushFolder(Path.GetDirectoryName(Path.GetFullPath(path))!);
    }

    /// <summary>A rename is durable only once the folder that holds the name is; .NET opens no folders, so the system is asked.</summary>
    private static void FlushFolder(string folder)
    {
        if (OperatingSystem.IsWindows())
            return;
        var descriptor = Open(folder, ReadOnly);
        if (descriptor < 0)
            throw new IOException($"Cannot open {folder} to flush it (error {Marshal.GetLastPInvokeError()}).");
        var flushed = Flush(descriptor);
        var error = Marshal.GetLastPInvokeError();
        _ = Close(descriptor);
        if (flushed != 0)
            throw new IOException($"Cannot flush {folder} to disk (error {error}).");
    }

    private const int ReadOnly = 0;

    [LibraryImport("libc", EntryPoint = "open", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    private static partial int Open(string path, int flags);

    [LibraryImport("libc", EntryPoint = "fsync", SetLastError = true)]
    private static partial int Flush(int descriptor);

    [LibraryImport("libc", EntryPoint = "close", SetLastError = true)]
    private static partial int Close(int descriptor);
}
