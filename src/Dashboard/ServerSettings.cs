using Dashboard.Security;
using Indices.Storage;
using Ingest;
using Ingest.Alerts;
using Ingest.Sources.Http;

namespace Dashboard;

/// <summary>Where this process keeps its things, from the environment or the configuration.</summary>
/// <param name="DataDirectory">DASHBOARD_DATA, otherwise <c>var</c> below the working directory. Everything written lies below it.</param>
/// <param name="SeedDirectory">DASHBOARD_SEED, otherwise <c>data/seed</c> of the working directory or of the program.</param>
/// <param name="Profile">DASHBOARD_PROFILE: demo (default), public or none.</param>
/// <param name="PasswordPolicy">DASHBOARD_PASSWORD_POLICY: MLPS (default) or ASVS.</param>
/// <param name="IsSecondFactorRequired">DASHBOARD_SECOND_FACTOR: required (default but for the demonstration) or optional.</param>
/// <param name="AuditKeyFile">DASHBOARD_AUDIT_KEY: file of the audit log's secret, when it is not to lie in the data directory.</param>
/// <param name="SealKeyFile">DASHBOARD_SEAL_KEY: file of the private key that signs releases, when it is not to lie in the data directory.</param>
/// <param name="Fetch">Section Fetch: which servers may be asked, and with which credentials.</param>
/// <param name="Alerts">Section Alerts: where alerts go.</param>
internal sealed record ServerSettings(
    string DataDirectory, string SeedDirectory, SeedProfile Profile, string? AuditKeyFile, string? SealKeyFile, PasswordPolicy PasswordPolicy, bool IsSecondFactorRequired,
    FetchOptions Fetch, AlertOptions Alerts)
{
    internal StorageOptions Storage
    {
        get
        {
            var options = new StorageOptions(Path.Combine(DataDirectory, "statistics.db"));
            return options with { AuditKeyFile = AuditKeyFile ?? options.AuditKeyFile, SealKeyFile = SealKeyFile ?? options.SealKeyFile };
        }
    }

    /// <summary>A demonstration holds nothing to protect: whoever tries it is let in with the one password that is printed.</summary>
    internal StaffOptions Staff => new(DataDirectory, PasswordPolicy, IsSecondFactorRequired, MustChangeFirstPassword: Profile != SeedProfile.Demo);

    internal IngestOptions Ingest => new(DataDirectory, SeedDirectory, Profile) { Fetch = Fetch, Alerts = Alerts };

    /// <exception cref="InvalidOperationException">A setting has no meaning, or the seed folder is missing.</exception>
    internal static ServerSettings Of(IConfiguration configuration)
    {
        var data = Path.GetFullPath(configuration["DASHBOARD_DATA"] ?? "var");
        Directory.CreateDirectory(data);
        var profile = ProfileOf(configuration["DASHBOARD_PROFILE"]);
        return new ServerSettings(
            data, SeedOf(configuration["DASHBOARD_SEED"]), profile,
            FileOf(configuration["DASHBOARD_AUDIT_KEY"]), FileOf(configuration["DASHBOARD_SEAL_KEY"]),
            PolicyOf(configuration["DASHBOARD_PASSWORD_POLICY"]), IsFactorRequired(configuration["DASHBOARD_SECOND_FACTOR"], profile),
            FetchSettings.Of(configuration.GetSection("Fetch")), AlertSettings.Of(configuration.GetSection("Alerts")));
    }

    private static string? FileOf(string? path) => string.IsNullOrEmpty(path) ? null : Path.GetFullPath(path);

    private static SeedProfile ProfileOf(string? name) => name switch
    {
        null or "" or "demo" => SeedProfile.Demo,
        "public" => SeedProfile.Public,
        "none" => SeedProfile.None,
        _ => throw new InvalidOperationException($"DASHBOARD_PROFILE={name}：只能是 demo、public 或 none。DASHBOARD_PROFILE={name}: only demo, public or none."),
    };

    private static PasswordPolicy PolicyOf(string? name) => name switch
    {
        null or "" or "MLPS" => PasswordPolicy.Mlps,
        "ASVS" => PasswordPolicy.Asvs,
        _ => throw new InvalidOperationException($"DASHBOARD_PASSWORD_POLICY={name}：只能是 MLPS 或 ASVS。DASHBOARD_PASSWORD_POLICY={name}: only MLPS or ASVS."),
    };

    private static bool IsFactorRequired(string? name, SeedProfile profile) => name switch
    {
        null or "" => profile != SeedProfile.Demo,
        "required" => true,
        "optional" => false,
        _ => throw new InvalidOperationException($"DASHBOARD_SECOND_FACTOR={name}：只能是 required 或 optional。DASHBOARD_SECOND_FACTOR={name}: only required or optional."),
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
