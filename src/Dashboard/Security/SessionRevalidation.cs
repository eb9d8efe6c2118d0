using System.Security.Claims;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Server;

namespace Dashboard.Security;

/// <summary>Who is behind a circuit. Locks its pages at once when the session is ended, and within half a minute when its time is over; every action checks again by itself.</summary>
internal sealed class SessionRevalidation : RevalidatingServerAuthenticationStateProvider
{
    private static readonly AuthenticationState Nobody = new(new ClaimsPrincipal(new ClaimsIdentity()));

    private readonly StaffSessions _sessions;
    private readonly ILogger<SessionRevalidation> _log;

    public SessionRevalidation(ILoggerFactory logs, StaffSessions sessions) : base(logs)
    {
        (_sessions, _log) = (sessions, logs.CreateLogger<SessionRevalidation>());
        _sessions.Changed += LookAgain;
    }

    /// <summary>The last look at the session that somebody else's change called for.</summary>
    internal Task Looking { get; private set; } = Task.CompletedTask;

    protected override TimeSpan RevalidationInterval => TimeSpan.FromSeconds(30);

    protected override async Task<bool> ValidateAuthenticationStateAsync(AuthenticationState authenticationState, CancellationToken cancellationToken) =>
        await _sessions.Current(authenticationState.User, cancellationToken) is not null;

    protected override void Dispose(bool disposing)
    {
        _sessions.Changed -= LookAgain;
        base.Dispose(disposing);
    }

    private void LookAgain() => Looking = Task.Run(async () =>
    {
        try
        {
            var state = await GetAuthenticationStateAsync();
            if (state.User.Identity?.IsAuthenticated is true && !await ValidateAuthenticationStateAsync(state, CancellationToken.None))
                SetAuthenticationState(Task.FromResult(Nobody));
        }
        catch (Exception failure)
        {
            _log.LogWarning(failure, "A circuit could not be asked whether its session goes on; it is asked again within half a minute.");
        }
    });
}
