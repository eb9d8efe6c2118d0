using System.Security.Claims;
using Indices.Accounts;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;

namespace Dashboard.Security;

/// <summary>The two cookies of staff: the session, and the few minutes between the password and the code.</summary>
internal static class StaffCookies
{
    /// <summary>The password was right, the code is still to come.</summary>
    internal const string Half = "login";
    private const string Stamp = "stamp";
    private static readonly TimeSpan HalfFor = TimeSpan.FromMinutes(5);

    internal static void Add(AuthenticationBuilder authentication) => authentication
        .AddCookie(StaffSessions.Scheme, options =>
        {
            Guard(options, StaffSessions.Scheme);
            // The row of the session says when it ends; the cookie only must not outlive it.
            options.ExpireTimeSpan = StaffSessions.Longest;
            options.SlidingExpiration = false;
            options.LoginPath = DashboardUrls.Login;
            options.ReturnUrlParameter = "returnUrl";
            options.Events.OnRedirectToAccessDenied = context =>
            {
                context.Response.Redirect(StaffSessions.DutyOf(context.HttpContext.User) is { } duty ? Duties.Page(duty) : DashboardUrls.Console);
                return Task.CompletedTask;
            };
            options.Events.OnValidatePrincipal = Renew;
        })
        .AddCookie(Half, options =>
        {
            Guard(options, Half);
            options.ExpireTimeSpan = HalfFor;
            options.SlidingExpiration = false;
        });

    /// <summary>Names whose password was right, and nothing more.</summary>
    internal static ClaimsPrincipal HalfWay(Account account) => new(new ClaimsIdentity(
        [new Claim(ClaimTypes.Name, account.Name), new Claim(Stamp, account.Stamp)], Half));

    /// <summary>The account whose password was right a moment ago; null when that is too long ago, or the account has changed since.</summary>
    internal static async Task<Account?> HalfWay(HttpContext http, IAccountReader accounts)
    {
        var half = (await http.AuthenticateAsync(Half)).Principal;
        return half?.Identity?.Name is { } name && await accounts.Find(name, http.RequestAborted) is { IsDisabled: false } account && account.Stamp == half.FindFirstValue(Stamp)
            ? account
            : null;
    }

    private static void Guard(CookieAuthenticationOptions options, string name)
    {
        options.Cookie.Name = name;
        options.Cookie.HttpOnly = true;
        options.Cookie.SameSite = SameSiteMode.Strict;
        options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        options.Cookie.Path = "/";
        options.CookieManager = new HostCookies();
    }

    /// <summary>At every request: the person as the account is now, or nobody.</summary>
    private static async Task Renew(CookieValidatePrincipalContext context)
    {
        var sessions = context.HttpContext.RequestServices.GetRequiredService<StaffSessions>();
        if (await sessions.Current(context.Principal!, context.HttpContext.RequestAborted) is { } session)
        {
            context.ReplacePrincipal(sessions.Principal(session));
            await sessions.RecordSeen(session, context.HttpContext.RequestAborted);
            return;
        }
        context.RejectPrincipal();
        await context.HttpContext.SignOutAsync(StaffSessions.Scheme);
    }
}
