namespace Ingest;

/// <summary>Where the program keeps its things and which seeds it starts from.</summary>
/// <param name="DataDirectory">Everything that the program writes lies below it.</param>
/// <param name="SeedDirectory">Definition files and seed data; only read.</param>
public sealed record IngestOptions(string DataDirectory, string SeedDirectory, SeedProfile Profile);

/// <summary>What a fresh database starts with.</summary>
public enum SeedProfile
{
    /// <summary>Cited public figures and a complete synthetic history, under a visible mark.</summary>
    Demo,
    /// <summary>Cited public figures alone.</summary>
    Public,
    /// <summary>Empty.</summary>
    None,
}
