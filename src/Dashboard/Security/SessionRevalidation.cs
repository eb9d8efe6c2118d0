using Indices.Accounts;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Server;

namespace Dashboard.Security;

/// <summary>Ends open circuits of people whose account changed, within half a minute; every action checks again by itself.</summary>
internal sealed class SessionRevalidation(ILoggerFactory logs, IAccountReader accounts, TimeProvider time)
    : RevalidatingServerAuthenticationStateProvider(logs)
{
    protected override TimeSpan RevalidationInterval => TimeSpan.FromSeconds(30);

    protected override async Task<bool> ValidateAuthenticationStateAsync(AuthenticationState authenticationState, CancellationToken cancellationToken) =>
        await Session.Current(authenticationState.User, accounts, time.GetUtcNow(), cancellationToken) is not null;
}
