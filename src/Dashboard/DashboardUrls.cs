using System.Globalization;
using Indices.Time;

namespace Dashboard;

/// <summary>Every address of the program is built here.</summary>
public static class DashboardUrls
{
    public const string Home = "/";
    public const string Indices = "/indices";
    public const string Targets = "/targets";
    public const string Indicators = "/indicators";
    public const string Search = "/search";
    public const string Compare = "/compare";
    public const string Feed = "/feed.xml";
    public const string Sitemap = "/sitemap.xml";
    public const string Screen = "/screen";
    public const string Console = "/console";
    public const string ConsoleRecalculation = "/console/recalculation";
    public const string ConsoleReleases = "/console/releases";
    public const string ConsoleObservations = "/console/observations";
    public const string ConsoleDocuments = "/console/documents";
    public const string ConsoleSources = "/console/sources";
    public const string ConsoleNewSource = "/console/new-source";
    public const string ConsoleHealth = "/console/health";
    public const string ConsoleUpload = "/console/upload";
    /// <summary>Takes the bytes of an upload; not the page's own address, which answers every method.</summary>
    public const string UploadBytes = "/console/uploads";
    public const string ConsoleEntry = "/console/entry";
    public const string ConsoleQuarantine = "/console/quarantine";
    public const string ConsoleLab = "/console/lab";
    public const string ConsoleAccounts = "/console/accounts";
    public const string ConsoleAudit = "/console/audit";
    public const string ConsolePassword = "/console/password";
    public const string ConsoleSecondFactor = "/console/second-factor";
    public const string Login = "/login";
    public const string LoginCode = "/login/code";
    public const string Logout = "/logout";
    /// <summary>Asked by an open page while its person is there.</summary>
    public const string Session = "/session";
    public const string Health = "/healthz";
    public const string Api = "/api/v1";
    public const string Calendar = "/calendar";
    public const string CalendarFile = "/calendar.ics";
    public const string CalendarJson = $"{Api}/calendar";
    public const string ConsoleCalendar = "/console/calendar";
    /// <summary>The public key of the seals.</summary>
    public const string SealKey = "/releases/key.pem";
    public const string Sdmx = "/sdmx";

    /// <summary>A target on the page of targets.</summary>
    public static string Target(Language language, string code) => $"{In(language, Targets)}#{code}";

    public const string TargetsJson = $"{Api}/targets";
    public const string TargetsCsv = $"{Api}/targets?format=csv";

    /// <summary>The form for the code after the password.</summary>
    /// <param name="returnUrl">Where to go then; null for the console.</param>
    public static string LoginCodeOf(Language language, string? returnUrl) =>
        returnUrl is null ? In(language, LoginCode) : With(In(language, LoginCode), "returnUrl", returnUrl);

    /// <summary>The login, and back to a page.</summary>
    public static string LoginFrom(Language language, string returnUrl) => With(In(language, Login), "returnUrl", returnUrl);

    /// <summary>What a waiting document would change.</summary>
    public static string ConsolePreview(long pending) => string.Create(CultureInfo.InvariantCulture, $"/console/upload/{pending}");

    public static string PendingFindings(long pending) => ConsolePreview(pending) + "/findings.csv";

    public static string DocumentFindings(string sha256) => $"/console/documents/{sha256}/findings.csv";

    /// <summary>Rows of one document that wait in the quarantine.</summary>
    public static string ConsoleQuarantineOf(string sha256) => $"{ConsoleQuarantine}?document={sha256}";

    /// <summary>A table of a source's series to be filled in.</summary>
    /// <param name="format"><c>csv</c> or <c>xlsx</c>.</param>
    public static string SourceTemplate(string source, string format) => $"/console/templates/{source}.{format}";

    public static string ConsoleRelease(long id) => string.Create(CultureInfo.InvariantCulture, $"/console/releases/{id}");

    public static string ConsoleJob(string name) => $"/console/jobs/{Uri.EscapeDataString(name)}";

    public static string ConsoleRun(long id) => string.Create(CultureInfo.InvariantCulture, $"/console/runs/{id}");

    public static string ConsoleSource(string code) => $"{ConsoleSources}/{code}";

    /// <summary>The methodology lab on one index.</summary>
    public static string ConsoleLabOf(Language language, string code) => With(In(language, ConsoleLab), "index", code);

    /// <summary>The newest version of a period, or of the newest period.</summary>
    public static string Index(string code, Period? period = null) => period is { } p ? $"/indices/{code}/{p}" : $"/indices/{code}";

    /// <summary>One version of a period for good.</summary>
    public static string IndexVersion(string code, Period period, int number) =>
        string.Create(CultureInfo.InvariantCulture, $"{Index(code, period)}/v{number}");

    /// <summary>A file of one version, for good.</summary>
    public static string VersionFile(string code, Period period, int number, string file) => $"{IndexVersion(code, period, number)}/{file}";

    /// <summary>The same file of the newest release.</summary>
    public static string LatestFile(string code, string file) => $"/indices/{code}/latest/{file}";

    /// <summary>How published values of an index were revised.</summary>
    public static string Revisions(string code) => $"/indices/{code}/revisions";

    /// <summary>A public page as it stood at an instant.</summary>
    public static string AsOf(string address, DateTimeOffset asOf) => AsOf(address, Instant(asOf));

    public static string AsOf(string address, string asOf) => With(address, "asOf", asOf);

    /// <summary>The data catalogue narrowed; what is null or empty is left out.</summary>
    public static string IndicatorsOf(params (string Key, string? Value)[] narrowed) =>
        narrowed.Where(n => !string.IsNullOrEmpty(n.Value)).Aggregate(Indicators, (address, n) => With(address, n.Key, n.Value!));

    public static string SearchOf(string asked) => With(Search, "q", asked);

    public static string Indicator(string code) => $"{Indicators}/{code}";

    /// <summary>What visible releases used of an indicator, as CSV.</summary>
    public static string IndicatorCsv(string code) => $"{Indicator(code)}/data.csv";

    public static string IndexFeed(string code) => $"{Index(code)}/feed.xml";

    /// <summary>Two versions of an index beside one another.</summary>
    public static string CompareOf(string code, string a, string b) => $"{Compare}?index={code}&a={a}&b={b}";

    /// <summary>An index with weights of the reader's own.</summary>
    public static string OwnWeights(string code) => $"/weights/{code}";

    /// <summary>The chart of an index for pages of others.</summary>
    public static string Embed(string code) => $"/embed/{code}";

    public static string Methodology(string code) => $"/indices/{code}/methodology";

    /// <summary>One version of a methodology, for good.</summary>
    public static string MethodologyVersion(string code, string version) => $"/indices/{code}/methodology/{version}";

    /// <summary>The accepted file of one methodology version.</summary>
    public static string MethodologyFile(string code, string version) => $"/indices/{code}/methodology/{version}.yaml";

    public static string IndexCsv(string code) => $"{Api}/indices/{code}/observations?format=csv";

    public static string IndexJson(string code) => $"{Api}/indices/{code}/observations";

    private static string Instant(DateTimeOffset instant) =>
        instant.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.FFF'Z'", CultureInfo.InvariantCulture);

    /// <summary>The same address in the other language.</summary>
    public static string In(Language language, string address) => language.IsEnglish ? With(address, "lang", "en") : address;

    private static string With(string address, string key, string value) =>
        $"{address}{(address.Contains('?', StringComparison.Ordinal) ? '&' : '?')}{key}={Uri.EscapeDataString(value)}";
}
