using Dashboard.Components;
using Dashboard.Live;
using Dashboard.PageModels;
using MudBlazor.Services;

namespace Dashboard;

/// <summary>The interactive pages (screen and console), the feed that wakes them, and the targets.</summary>
public static class ScreenRegistration
{
    /// <summary>Needs the readers of the statistical core, a <see cref="TimeProvider"/> and the <see cref="Site"/>.</summary>
    public static IServiceCollection AddScreen(this IServiceCollection services)
    {
        services.AddRazorComponents().AddInteractiveServerComponents(CircuitDoor.Limit);
        services.AddMudServices();
        services.AddAuthorizationCore();
        services.AddCascadingAuthenticationState();
        return services
            .AddSingleton<TargetReader>()
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
