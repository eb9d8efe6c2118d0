using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Http.Resilience;
using Polly;
using Polly.Timeout;

namespace Ingest.Sources.Http;

internal static class HttpRegistration
{
    private const int Retries = 3;

    internal static IServiceCollection AddSourceClient(this IServiceCollection services, FetchOptions options)
    {
        services.AddSingleton(options).AddSingleton<SourceClient>();
        services.AddSingleton(new GuardedConnector(options, (host, cancellation) => Dns.GetHostAddressesAsync(host, cancellation)));
        services.AddHttpClient(SourceClient.Name, client => client.Timeout = Timeout.InfiniteTimeSpan)
            .ConfigurePrimaryHttpMessageHandler(provider => Handler(provider.GetRequiredService<GuardedConnector>()))
            .AddResilienceHandler(SourceClient.Name, pipeline => Configure(pipeline, options))
            // A breaker for each server: one that is down must not keep the others from being asked.
            .SelectPipelineByAuthority();
        return services;
    }

    // No proxy and no cookies: both would lead around the check of where a connection goes, or mix sources.
    private static SocketsHttpHandler Handler(GuardedConnector connector) => new()
    {
        AllowAutoRedirect = false,
        UseProxy = false,
        UseCookies = false,
        PooledConnectionLifetime = TimeSpan.FromMinutes(5),
        MaxConnectionsPerServer = 4,
        ConnectCallback = connector.Connect,
    };

    private static void Configure(ResiliencePipelineBuilder<HttpResponseMessage> pipeline, FetchOptions options) => pipeline
        .AddRetry(new HttpRetryStrategyOptions
        {
            MaxRetryAttempts = Retries,
            Delay = options.RetryDelay,
            BackoffType = DelayBackoffType.Exponential,
            UseJitter = true,
            ShouldHandle = args => ValueTask.FromResult(IsTransient(args.Outcome)),
        })
        .AddCircuitBreaker(new HttpCircuitBreakerStrategyOptions
        {
            MinimumThroughput = 8,
            SamplingDuration = TimeSpan.FromMinutes(5),
            BreakDuration = TimeSpan.FromMinutes(1),
            ShouldHandle = args => ValueTask.FromResult(IsTransient(args.Outcome)),
        })
        .AddTimeout(options.Idle);

    /// <summary>What may be otherwise a moment later. A refused address or certificate will not be.</summary>
    private static bool IsTransient(Outcome<HttpResponseMessage> outcome) => outcome switch
    {
        { Result.StatusCode: var status } => status is HttpStatusCode.RequestTimeout or HttpStatusCode.TooManyRequests
            or HttpStatusCode.InternalServerError or HttpStatusCode.BadGateway or HttpStatusCode.ServiceUnavailable or HttpStatusCode.GatewayTimeout,
        { Exception.InnerException: RefusedAddressException } => false,
        { Exception: HttpRequestException { HttpRequestError: HttpRequestError.SecureConnectionError } } => false,
        { Exception: HttpRequestException or TimeoutRejectedException } => true,
        _ => false,
    };
}
