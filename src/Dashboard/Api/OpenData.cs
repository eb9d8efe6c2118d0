namespace Dashboard.Api;

/// <summary>Data that any page of any site may read.</summary>
internal static class OpenData
{
    /// <summary>The header is on every answer, whoever asks, so that a cache may hand the same answer to all.</summary>
    internal static RouteGroupBuilder AsOpenData(this RouteGroupBuilder group) => group.AddEndpointFilter((invocation, next) =>
    {
        Allow(invocation.HttpContext.Response);
        return next(invocation);
    });

    internal static void Allow(HttpResponse response)
    {
        response.Headers.AccessControlAllowOrigin = "*";
        response.Headers.AccessControlExposeHeaders = "ETag, Link, Retry-After, RateLimit, RateLimit-Policy";
    }
}
