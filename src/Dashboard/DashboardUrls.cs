using Indices.Time;

namespace Dashboard;

/// <summary>Every address of the program is built here.</summary>
public static class DashboardUrls
{
    public const string Home = "/";
    public const string Indices = "/indices";
    public const string Targets = "/targets";
    public const string Screen = "/screen";
    public const string Console = "/console";
    public const string Login = "/login";
    public const string Logout = "/logout";
    public const string Health = "/healthz";
    public const string Api = "/api/v1";

    public static string Index(string code, Period? period = null) => period is { } p ? $"/indices/{code}?period={p}" : $"/indices/{code}";

    public static string Methodology(string code) => $"/indices/{code}/methodology";

    public static string IndexCsv(string code) => $"{Api}/indices/{code}/observations?format=csv";

    public static string IndexJson(string code) => $"{Api}/indices/{code}/observations";

    /// <summary>The same address in the other language.</summary>
    public static string In(Language language, string address)
    {
        var separator = address.Contains('?', StringComparison.Ordinal) ? '&' : '?';
        return language.IsEnglish ? $"{address}{separator}lang=en" : address;
    }
}
