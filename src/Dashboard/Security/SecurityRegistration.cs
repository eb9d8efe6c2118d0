using System.Threading.RateLimiting;
using Indices.Accounts;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.DataProtection;

namespace Dashboard.Security;

internal static class SecurityRegistration
{
    internal const string LoginLimit = "login";

    internal static IServiceCollection AddStaffSecurity(this IServiceCollection services, StaffOptions options)
    {
        services.AddSingleton(options);
        services.AddDataProtection().PersistKeysToFileSystem(options.Keys).SetApplicationName("dashboard");
        services.AddSingleton<Passwords>();
        services.AddSingleton<Login>();
        services.AddSingleton<SecondFactors>();
        services.AddSingleton<Duties>();
        services.AddSingleton<StaffSessions>();
        services.AddSingleton<AuditHeads>();
        services.AddScoped<StaffGate>();
        services.AddScoped<StaffActions>();
        services.AddScoped<IntakeActions>();
        services.AddScoped<ReleaseActions>();
        services.AddSingleton<SlotCheck>();
        services.AddHostedService<FirstAdministrator>();
        services.AddHostedService<AuditHeadExport>();
        services.AddCascadingAuthenticationState();
        services.AddScoped<AuthenticationStateProvider, SessionRevalidation>();
        StaffCookies.Add(services.AddAuthentication(StaffSessions.Scheme));
        // Each role is a policy: who holds it, or one that includes it.
        services.AddAuthorization(o =>
        {
            foreach (var least in Enum.GetValues<Role>())
                o.AddPolicy(least.ToString(), p => p.RequireRole(Enum.GetValues<Role>().Where(held => held.Includes(least)).Select(held => held.ToString())));
        });
        services.AddRateLimiter(o =>
        {
            o.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
            // Behind a proxy on this machine, its address is everyone's.
            o.AddPolicy(LoginLimit, http => RateLimitPartition.GetFixedWindowLimiter(
                ClientAddress.Of(http) ?? "",
                address => new FixedWindowRateLimiterOptions { PermitLimit = ClientAddress.IsThisMachine(address) ? 200 : 20, Window = TimeSpan.FromMinutes(1) }));
        });
        services.AddAntiforgery(o =>
        {
            o.Cookie.SameSite = SameSiteMode.Strict;
            o.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        });
        return services;
    }
}
