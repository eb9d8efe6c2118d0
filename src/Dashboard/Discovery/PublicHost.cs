namespace Dashboard.Discovery;

/// <summary>Where readers of a feed or a sitemap reach the site: both need whole addresses.</summary>
public static class PublicHost
{
    /// <summary>As configured, else as the request names its host. Such an answer differs by host, and says so to caches.</summary>
    public static Uri Of(HttpContext context, Site site)
    {
        if (site.Address is { } configured)
            return configured;
        context.Response.Headers.Append("Vary", "Host");
        return Uri.TryCreate($"{context.Request.Scheme}://{context.Request.Host.ToUriComponent()}/", UriKind.Absolute, out var asked)
            ? asked
            : new Uri("http://localhost/");
    }
}
