namespace TestSupport;

/// <summary>Finds files of the repository from wherever the tests were built.</summary>
public static class RepositoryRoot
{
    /// <summary>The folder that holds <c>Dashboard.sln</c>.</summary>
    public static string Path { get; } = Find();

    /// <summary>An absolute path of a file given relative to the repository's root.</summary>
    public static string File(params string[] parts) =>
        System.IO.Path.Combine([Path, .. parts]);

    private static string Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (System.IO.File.Exists(System.IO.Path.Combine(folder.FullName, "Dashboard.sln")))
                return folder.FullName;
        throw new InvalidOperationException($"No Dashboard.sln above {AppContext.BaseDirectory}");
    }
}
