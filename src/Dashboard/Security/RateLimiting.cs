using Dashboard.Api;

namespace Dashboard.Security;

/// <summary>Applies the limits to the endpoints that carry one.</summary>
internal static class RateLimiting
{
    internal static IServiceCollection AddRateLimits(this IServiceCollection services) => services.AddSingleton(provider =>
        new RateLimits(new RateLimitOptions(provider.GetRequiredService<IConfiguration>().GetValue<bool>("RateLimits:ThisMachine"))));

    internal static TBuilder WithRateLimit<TBuilder>(this TBuilder endpoints, RateLimit limit) where TBuilder : IEndpointConventionBuilder =>
        endpoints.WithMetadata(limit);

    /// <summary>Place it before every cache: what is kept costs little, but a limit is a limit.</summary>
    internal static IApplicationBuilder UseRateLimits(this IApplicationBuilder app) => app.Use(async (http, next) =>
    {
        // The last of several is the endpoint's own, the others those of its groups.
        if (http.GetEndpoint()?.Metadata.GetMetadata<RateLimit>() is { } limit && !http.RequestServices.GetRequiredService<RateLimits>().Admits(limit, http))
        {
            OpenData.Allow(http.Response);
            http.Response.Headers.CacheControl = "no-store";
            await ApiProblem.TooOften(limit.Policy).ExecuteAsync(http);
            return;
        }
        await next(http);
    });
}
