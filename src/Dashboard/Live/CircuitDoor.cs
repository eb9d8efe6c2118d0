using Dashboard.Security;
using Microsoft.AspNetCore.Components.Endpoints;
using Microsoft.AspNetCore.Components.Server;
using Microsoft.AspNetCore.Http.Connections;

namespace Dashboard.Live;

/// <summary>Who may open a circuit: pages of this site over a WebSocket, while there is a place, and no one else.</summary>
/// <remarks>
/// By default the hub accepts a WebSocket from the page of any site, with the visitor's cookies, and long polling beside it.
/// </remarks>
public static class CircuitDoor
{
    /// <summary>Guards every endpoint of the hub among <paramref name="pages"/>, and the pages themselves. Needs <see cref="CircuitPlaces"/>.</summary>
    public static RazorComponentsEndpointConventionBuilder WithGuardedCircuits(this RazorComponentsEndpointConventionBuilder pages)
    {
        pages.Add(endpoint =>
        {
            if (endpoint is not RouteEndpointBuilder { RoutePattern.RawText: { } route, RequestDelegate: { } inner })
                return;
            if (endpoint.Metadata.OfType<ComponentTypeMetadata>().Any())
                endpoint.RequestDelegate = context => Places(context).AreTaken(AddressOf(context)) ? RefuseForNow(context.Response) : inner(context);
            if (!route.TrimStart('/').StartsWith("_blazor", StringComparison.Ordinal))
                return;
            foreach (var options in endpoint.Metadata.OfType<HttpConnectionDispatcherOptions>())
                options.Transports = HttpTransportType.WebSockets;
            var isHub = route.Trim('/') == "_blazor";
            endpoint.RequestDelegate = context =>
                !IsOwn(context.Request) ? Refuse(context.Response, StatusCodes.Status403Forbidden)
                : !isHub ? inner(context)
                : IsWebSocket(context.Request) ? Connect(context, inner)
                : Refuse(context.Response, StatusCodes.Status405MethodNotAllowed);
        });
        return pages;
    }

    /// <summary>The request of a WebSocket lasts as long as its connection, and so does its place.</summary>
    private static async Task Connect(HttpContext context, RequestDelegate inner)
    {
        using var place = Places(context).Take(AddressOf(context));
        await (place is null ? RefuseForNow(context.Response) : inner(context));
    }

    private static CircuitPlaces Places(HttpContext context) => context.RequestServices.GetRequiredService<CircuitPlaces>();

    private static string AddressOf(HttpContext context) => ClientAddress.Of(context) ?? "";

    /// <summary>Few and short: a circuit that lost its page costs about a megabyte, and everything it shows can be read again.</summary>
    public static void Limit(CircuitOptions options)
    {
        options.DisconnectedCircuitMaxRetained = 20;
        options.DisconnectedCircuitRetentionPeriod = TimeSpan.FromMinutes(1);
        options.PersistedCircuitInMemoryMaxRetained = 0;
    }

    /// <summary>Browsers send an origin with every WebSocket and every POST; a program that sends none carries no visitor's cookies.</summary>
    private static bool IsOwn(HttpRequest request)
    {
        var origins = request.Headers.Origin;
        return origins.Count == 0
            || (origins.Count == 1
                && Uri.TryCreate(origins[0], UriKind.Absolute, out var origin)
                && string.Equals(origin.Authority, new UriBuilder(request.Scheme, request.Host.Host, request.Host.Port ?? -1).Uri.Authority, StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>Asked of the request itself: the hub's own WebSocket support comes after this door.</summary>
    private static bool IsWebSocket(HttpRequest request) =>
        HttpMethods.IsConnect(request.Method) || string.Equals(request.Headers.Upgrade, "websocket", StringComparison.OrdinalIgnoreCase);

    private static Task RefuseForNow(HttpResponse response)
    {
        response.StatusCode = StatusCodes.Status503ServiceUnavailable;
        response.Headers.RetryAfter = "60";
        response.ContentType = "text/plain; charset=utf-8";
        return response.WriteAsync("打开的页面太多，请关闭一些，一分钟后再试。公开页面不受影响。\nToo many pages are open. Close some and try again in a minute. The public pages are not affected.\n");
    }

    private static Task Refuse(HttpResponse response, int status)
    {
        response.StatusCode = status;
        return Task.CompletedTask;
    }
}
