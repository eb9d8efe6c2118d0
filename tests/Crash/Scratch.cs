namespace Crash;

/// <summary>A folder that goes away.</summary>
internal sealed class Scratch : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("dashboard-crash-");

    internal string Path => _folder.FullName;

    internal static Scratch Folder() => new();

    /// <summary>A copy with the times of the files.</summary>
    internal static Scratch CopyOf(string folder)
    {
        var copy = new Scratch();
        foreach (var file in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories))
        {
            var target = System.IO.Path.Combine(copy.Path, System.IO.Path.GetRelativePath(folder, file));
            Directory.CreateDirectory(System.IO.Path.GetDirectoryName(target)!);
            File.Copy(file, target);
            File.SetLastWriteTimeUtc(target, File.GetLastWriteTimeUtc(file));
        }
        return copy;
    }

    public void Dispose() => _folder.Delete(recursive: true);
}
