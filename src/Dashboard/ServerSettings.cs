using Ingest;

namespace Dashboard;

/// <summary>Where this process keeps its things, from the environment or the configuration.</summary>
/// <param name="DataDirectory">DASHBOARD_DATA, otherwise <c>var</c> below the working directory. Everything written lies below it.</param>
/// <param name="SeedDirectory">DASHBOARD_SEED, otherwise <c>data/seed</c> of the working directory or of the program.</param>
/// <param name="Profile">DASHBOARD_PROFILE: demo (default), public or none.</param>
internal sealed record ServerSettings(string DataDirectory, string SeedDirectory, SeedProfile Profile)
{
    internal string DatabaseFile => Path.Combine(DataDirectory, "statistics.db");

    internal DirectoryInfo Keys => new(Path.Combine(DataDirectory, "keys"));

    internal IngestOptions Ingest => new(DataDirectory, SeedDirectory, Profile);

    /// <exception cref="InvalidOperationException">A setting has no meaning, or the seed folder is missing.</exception>
    internal static ServerSettings Of(IConfiguration configuration)
    {
        var data = Path.GetFullPath(configuration["DASHBOARD_DATA"] ?? "var");
        Directory.CreateDirectory(data);
        return new ServerSettings(data, SeedOf(configuration["DASHBOARD_SEED"]), ProfileOf(configuration["DASHBOARD_PROFILE"]));
    }

    private static SeedProfile ProfileOf(string? name) => name switch
    {
        null or "" or "demo" => SeedProfile.Demo,
        "public" => SeedProfile.Public,
        "none" => SeedProfile.None,
        _ => throw new InvalidOperationException($"DASHBOARD_PROFILE={name}：只能是 demo、public 或 none。DASHBOARD_PROFILE={name}: only demo, public or none."),
    };

    internal static string SeedOf(string? given)
    {
        string[] places = given is null
            ? [Path.Combine("data", "seed"), Path.Combine(AppContext.BaseDirectory, "data", "seed")]
            : [given];
        return places.Select(Path.GetFullPath).FirstOrDefault(Directory.Exists)
            ?? throw new InvalidOperationException($"找不到种子目录：{string.Join("、", places)}。The seed folder was not found: {string.Join(", ", places)}.");
    }
}
