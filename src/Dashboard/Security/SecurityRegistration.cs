using System.Threading.RateLimiting;
using Indices.Accounts;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.DataProtection;

namespace Dashboard.Security;

internal static class SecurityRegistration
{
    internal const string LoginLimit = "login";

    /// <param name="keys">Folder of the data-protection keys; sessions survive a restart because they do.</param>
    internal static IServiceCollection AddStaffSecurity(this IServiceCollection services, DirectoryInfo keys)
    {
        services.AddDataProtection().PersistKeysToFileSystem(keys).SetApplicationName("dashboard");
        services.AddSingleton<Passwords>();
        services.AddSingleton<Login>();
        services.AddScoped<StaffActions>();
        services.AddHostedService<FirstAdministrator>();
        services.AddCascadingAuthenticationState();
        services.AddScoped<AuthenticationStateProvider, SessionRevalidation>();
        services.AddAuthentication(Session.Scheme).AddCookie(Configure);
        services.AddAuthorizationBuilder()
            .AddPolicy(nameof(Role.Operator), p => p.RequireRole(nameof(Role.Operator), nameof(Role.Reviewer), nameof(Role.Administrator)))
            .AddPolicy(nameof(Role.Reviewer), p => p.RequireRole(nameof(Role.Reviewer), nameof(Role.Administrator)))
            .AddPolicy(nameof(Role.Administrator), p => p.RequireRole(nameof(Role.Administrator)));
        services.AddRateLimiter(o =>
        {
            o.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
            o.AddPolicy(LoginLimit, http => RateLimitPartition.GetFixedWindowLimiter(
                http.Connection.RemoteIpAddress?.ToString() ?? "",
                _ => new FixedWindowRateLimiterOptions { PermitLimit = 20, Window = TimeSpan.FromMinutes(1) }));
        });
        services.AddAntiforgery(o => o.Cookie.SameSite = SameSiteMode.Strict);
        return services;
    }

    private static void Configure(CookieAuthenticationOptions options)
    {
        options.Cookie.Name = "session";
        options.Cookie.HttpOnly = true;
        options.Cookie.SameSite = SameSiteMode.Strict;
        options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        options.ExpireTimeSpan = TimeSpan.FromMinutes(15);
        options.SlidingExpiration = true;
        options.LoginPath = DashboardUrls.Login;
        options.AccessDeniedPath = DashboardUrls.Console;
        options.ReturnUrlParameter = "returnUrl";
        options.Events.OnValidatePrincipal = async context =>
        {
            var services = context.HttpContext.RequestServices;
            var now = services.GetRequiredService<TimeProvider>().GetUtcNow();
            if (await Session.Current(context.Principal!, services.GetRequiredService<IAccountReader>(), now, context.HttpContext.RequestAborted) is null)
            {
                context.RejectPrincipal();
                await context.HttpContext.SignOutAsync(Session.Scheme);
            }
        };
    }
}
