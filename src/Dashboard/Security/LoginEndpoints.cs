using Dashboard.Components.Pages;
using Indices.Accounts;
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
        endpoints.MapGet(DashboardUrls.LoginCode, AskForCode);
        endpoints.MapPost(DashboardUrls.LoginCode, EnterCode).RequireRateLimiting(SecurityRegistration.LoginLimit);
        endpoints.MapPost(DashboardUrls.Logout, Leave).RequireAuthorization();
        // Every request counts as being there; this one has no other purpose.
        endpoints.MapGet(DashboardUrls.Session, () => TypedResults.NoContent()).RequireAuthorization();
        return endpoints;
    }

    private static async Task<Results<RedirectHttpResult, RazorComponentResult<LoginPage>>> Enter(
        HttpContext http, [FromForm] string name, [FromForm] string password, [FromForm] string? returnUrl, string? lang, Login login, StaffSessions sessions)
    {
        var language = Language.Of(lang);
        if (await login.Check(name, password, ClientAddress.Of(http), http.RequestAborted) is not { } account)
            return Page(language, true, returnUrl);
        if (!account.HasSecondFactor)
            return await Begin(http, account, sessions, language, returnUrl);
        await http.SignInAsync(StaffCookies.Half, StaffCookies.HalfWay(account));
        return TypedResults.LocalRedirect(DashboardUrls.LoginCodeOf(language, IsOurs(returnUrl) ? returnUrl : null));
    }

    private static async Task<Results<RedirectHttpResult, RazorComponentResult<LoginCodePage>>> AskForCode(
        HttpContext http, string? lang, string? returnUrl, IAccountReader accounts) =>
        await StaffCookies.HalfWay(http, accounts) is null ? Again(Language.Of(lang)) : CodePage(Language.Of(lang), false, returnUrl);

    private static async Task<Results<RedirectHttpResult, RazorComponentResult<LoginCodePage>>> EnterCode(
        HttpContext http, [FromForm] string code, [FromForm] string? returnUrl, string? lang, IAccountReader accounts, SecondFactors factors, StaffSessions sessions)
    {
        var language = Language.Of(lang);
        if (await StaffCookies.HalfWay(http, accounts) is not { } account)
            return Again(language);
        if (!await factors.Check(account, code, ClientAddress.Of(http), http.RequestAborted))
            return CodePage(language, true, returnUrl);
        await http.SignOutAsync(StaffCookies.Half);
        return await Begin(http, account, sessions, language, returnUrl);
    }

    private static async Task<RedirectHttpResult> Begin(HttpContext http, Account account, StaffSessions sessions, Language language, string? returnUrl)
    {
        var principal = await sessions.Begin(account, ClientAddress.Of(http), http.Request.Headers.UserAgent.ToString(), http.RequestAborted);
        await http.SignInAsync(StaffSessions.Scheme, principal);
        return TypedResults.LocalRedirect(
            StaffSessions.DutyOf(principal) is { } duty ? DashboardUrls.In(language, Duties.Page(duty))
            : IsOurs(returnUrl) ? returnUrl!
            : DashboardUrls.In(language, DashboardUrls.Console));
    }

    // The form field is what makes the endpoint check the antiforgery token.
    private static async Task<RedirectHttpResult> Leave(HttpContext http, [FromForm] string? lang, StaffSessions sessions, TimeProvider time)
    {
        if (await sessions.Current(http.User, http.RequestAborted) is { } session)
            await sessions.End(session.Id, AuditEntry.Done(time.GetUtcNow(), new Actor(session.Account.Name, ClientAddress.Of(http)), "logout", session.Account.Name), http.RequestAborted);
        await http.SignOutAsync(StaffSessions.Scheme);
        return TypedResults.LocalRedirect(DashboardUrls.In(Language.Of(lang), DashboardUrls.Home));
    }

    private static RedirectHttpResult Again(Language language) => TypedResults.LocalRedirect(DashboardUrls.In(language, DashboardUrls.Login));

    private static RazorComponentResult<LoginPage> Page(Language language, bool refused, string? returnUrl) =>
        new(new Dictionary<string, object?> { ["Text"] = language, ["Refused"] = refused, ["ReturnUrl"] = IsOurs(returnUrl) ? returnUrl : null });

    private static RazorComponentResult<LoginCodePage> CodePage(Language language, bool refused, string? returnUrl) =>
        new(new Dictionary<string, object?> { ["Text"] = language, ["Refused"] = refused, ["ReturnUrl"] = IsOurs(returnUrl) ? returnUrl : null });

    /// <summary>Only addresses of the console are worth returning to, and none that could leave this site.</summary>
    private static bool IsOurs(string? address) =>
        address is not null
        && RedirectHttpResult.IsLocalUrl(address)
        && (address == DashboardUrls.Console || address.StartsWith(DashboardUrls.Console + "/", StringComparison.Ordinal) || address.StartsWith(DashboardUrls.Console + "?", StringComparison.Ordinal))
        && !address.Contains('\\', StringComparison.Ordinal)
        && !address.Contains("//", StringComparison.Ordinal);
}
