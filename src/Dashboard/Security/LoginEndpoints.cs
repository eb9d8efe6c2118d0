using Dashboard.Components.Pages;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace Dashboard.Security;

internal static class LoginEndpoints
{
    internal static IEndpointRouteBuilder MapLogin(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet(DashboardUrls.Login, (string? lang, string? returnUrl) => Page(Language.Of(lang), false, returnUrl));
        endpoints.MapPost(DashboardUrls.Login, Enter).RequireRateLimiting(SecurityRegistration.LoginLimit);
        endpoints.MapPost(DashboardUrls.Logout, Leave).RequireAuthorization();
        return endpoints;
    }

    private static async Task<Results<RedirectHttpResult, RazorComponentResult<LoginPage>>> Enter(
        HttpContext http, [FromForm] string name, [FromForm] string password, [FromForm] string? returnUrl, string? lang, Login login, TimeProvider time)
    {
        var language = Language.Of(lang);
        var account = await login.Check(name, password, http.Connection.RemoteIpAddress?.ToString(), http.RequestAborted);
        if (account is null)
            return Page(language, true, returnUrl);
        await http.SignInAsync(Session.Scheme, Session.Of(account, time.GetUtcNow()));
        return TypedResults.LocalRedirect(IsOurs(returnUrl) ? returnUrl! : DashboardUrls.In(language, DashboardUrls.Console));
    }

    // The form field is what makes the endpoint check the antiforgery token.
    private static async Task<RedirectHttpResult> Leave(HttpContext http, [FromForm] string? lang)
    {
        await http.SignOutAsync(Session.Scheme);
        return TypedResults.LocalRedirect(DashboardUrls.In(Language.Of(lang), DashboardUrls.Home));
    }

    private static RazorComponentResult<LoginPage> Page(Language language, bool refused, string? returnUrl) =>
        new(new Dictionary<string, object?> { ["Text"] = language, ["Refused"] = refused, ["ReturnUrl"] = IsOurs(returnUrl) ? returnUrl : null });

    /// <summary>Only addresses of the console are worth returning to, and none that could leave this site.</summary>
    private static bool IsOurs(string? address) =>
        address is not null
        && RedirectHttpResult.IsLocalUrl(address)
        && (address == DashboardUrls.Console || address.StartsWith(DashboardUrls.Console + "/", StringComparison.Ordinal) || address.StartsWith(DashboardUrls.Console + "?", StringComparison.Ordinal))
        && !address.Contains('\\', StringComparison.Ordinal)
        && !address.Contains("//", StringComparison.Ordinal);
}
