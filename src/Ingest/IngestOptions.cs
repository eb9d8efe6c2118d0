using Ingest.Alerts;
using Ingest.Sources;
using Ingest.Sources.Http;

namespace Ingest;

/// <summary>Where the program keeps its things and which seeds it starts from.</summary>
/// <param name="DataDirectory">Everything that the program writes lies below it.</param>
/// <param name="SeedDirectory">Definition files and seed data; only read.</param>
public sealed record IngestOptions(string DataDirectory, string SeedDirectory, SeedProfile Profile)
{
    /// <summary>The office's clock, by which bare dates are read: fixed by where the office is, not by where the machine is.</summary>
    public TimeZoneInfo OfficeTimeZone { get; init; } = Indices.Time.OfficeClock.Zone;

    /// <summary>How far fetching may go; nothing is reachable unless it is listed.</summary>
    public FetchOptions Fetch { get; init; } = new();

    /// <summary>Where alerts go; nowhere unless it is set.</summary>
    public AlertOptions Alerts { get; init; } = new();

    /// <summary>Bytes from which a text is read in parts, so that it need not fit in memory.</summary>
    public long InPartsFrom { get; init; } = 8 * 1024 * 1024;

    /// <summary>Files dropped here are brought in.</summary>
    public string Inbox => Path.Combine(DataDirectory, "inbox");

    /// <summary>What the profile starts from, public figures first.</summary>
    public IReadOnlyList<SeedFolder> SeedFolders
    {
        get
        {
            var cited = new SeedFolder(Path.Combine(SeedDirectory, "public"), Indices.Observations.Origin.Public);
            var demonstration = new SeedFolder(Path.Combine(SeedDirectory, "demo"), Indices.Observations.Origin.Synthetic);
            return Profile switch
            {
                SeedProfile.Demo => [cited, demonstration],
                SeedProfile.Public => [cited],
                _ => [],
            };
        }
    }
}

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
