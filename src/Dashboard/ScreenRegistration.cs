using Dashboard.Api;
using Dashboard.Components;
using Dashboard.Live;
using MudBlazor.Services;

namespace Dashboard;

/// <summary>The interactive pages (screen and console) and the feed that wakes them.</summary>
public static class ScreenRegistration
{
    /// <summary>Needs <see cref="TargetEndpoints.AddTargets"/>, the readers of the statistical core, a <see cref="TimeProvider"/> and the <see cref="Site"/>.</summary>
    public static IServiceCollection AddScreen(this IServiceCollection services)
    {
        services.AddRazorComponents().AddInteractiveServerComponents(CircuitDoor.Limit);
        services.AddMudServices();
        services.AddAuthorizationCore();
        services.AddCascadingAuthenticationState();
        return services
            .AddSingleton(provider => new CircuitPlaces(provider.GetRequiredService<IConfiguration>().GetSection("Circuits").Get<CircuitLimits>() ?? new CircuitLimits()))
            .AddSingleton<PublicationFeed>()
            .AddSingleton<CurrentScreen>();
    }

    /// <summary>Needs <c>UseAntiforgery</c> before it.</summary>
    public static IEndpointRouteBuilder MapScreen(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapRazorComponents<App>().AddInteractiveServerRenderMode().WithGuardedCircuits();
        return endpoints;
    }
}
