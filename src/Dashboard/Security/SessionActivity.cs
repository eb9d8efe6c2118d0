using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Server.Circuits;

namespace Dashboard.Security;

/// <summary>What a person does on an open page counts as being there, as a request does.</summary>
internal sealed class SessionActivity(AuthenticationStateProvider authentication, StaffSessions sessions, ILogger<SessionActivity> log) : CircuitHandler
{
    public override Func<CircuitInboundActivityContext, Task> CreateInboundActivityHandler(Func<CircuitInboundActivityContext, Task> next) => async context =>
    {
        try
        {
            var user = (await authentication.GetAuthenticationStateAsync()).User;
            if (user.Identity?.IsAuthenticated is true && await sessions.Current(user, CancellationToken.None) is { } session)
                await sessions.RecordSeen(session, CancellationToken.None);
        }
        catch (Exception failure)
        {
            // What the person did must not fail for it.
            log.LogWarning(failure, "Could not record that a session is in use.");
        }
        await next(context);
    };
}
