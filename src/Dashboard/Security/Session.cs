using System.Security.Claims;
using Indices.Accounts;
using Microsoft.AspNetCore.Authentication.Cookies;

namespace Dashboard.Security;

/// <summary>What a session says about the person, and when it ends: after 15 idle minutes, after 8 hours, or when the account changed.</summary>
internal static class Session
{
    internal const string Scheme = CookieAuthenticationDefaults.AuthenticationScheme;
    private const string Stamp = "stamp";
    private const string Began = "began";
    private static readonly TimeSpan Longest = TimeSpan.FromHours(8);

    internal static ClaimsPrincipal Of(Account account, DateTimeOffset now) => new(new ClaimsIdentity(
    [
        new Claim(ClaimTypes.Name, account.Name),
        new Claim(ClaimTypes.Role, account.Role.ToString()),
        new Claim(Stamp, account.Stamp),
        new Claim(Began, now.ToUnixTimeSeconds().ToString(System.Globalization.CultureInfo.InvariantCulture)),
    ], Scheme));

    /// <summary>The account behind a session as it is now, or null when the session has ended.</summary>
    internal static async Task<Account?> Current(ClaimsPrincipal principal, IAccountReader accounts, DateTimeOffset now, CancellationToken cancellation)
    {
        if (principal.Identity is not { IsAuthenticated: true, Name: { } name }
            || !long.TryParse(principal.FindFirstValue(Began), out var began)
            || now - DateTimeOffset.FromUnixTimeSeconds(began) > Longest)
            return null;
        var account = await accounts.Find(name, cancellation);
        return account is { IsDisabled: false } && account.Stamp == principal.FindFirstValue(Stamp) ? account : null;
    }
}
