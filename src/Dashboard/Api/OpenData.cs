using Dashboard.Security;

namespace Dashboard.Api;

/// <summary>Data that any page of any site may read.</summary>
internal static class OpenData
{
    /// <summary>The header is on every answer, whoever asks, so that a cache may hand the same answer to all.</summary>
    internal static RouteGroupBuilder AsOpenData(this RouteGroupBuilder group) => group.WithRateLimit(RateLimits.Api).AddEndpointFilter((invocation, next) =>
    {
        Allow(invocation.HttpContext.Response);
        return next(invocation);
    });

    /// <summary>Answer to the question that a browser asks before a request with headers of its own.</summary>
    internal static IResult Preflight(HttpResponse response)
    {
        Allow(response);
        response.Headers.AccessControlAllowMethods = "GET, HEAD";
        response.Headers.AccessControlAllowHeaders = "*";
        response.Headers.AccessControlMaxAge = "86400";
        return TypedResults.NoContent();
    }

    internal static void Allow(HttpResponse response)
    {
        response.Headers.AccessControlAllowOrigin = "*";
        response.Headers.AccessControlExposeHeaders = "ETag, Link, Retry-After, RateLimit, RateLimit-Policy";
    }
}
