using Dashboard.PageModels;
using Indices.Releases;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Dashboard.Discovery;

/// <summary>What leads readers and machines to the public pages: sitemap, robots, feeds.</summary>
public static class DiscoveryEndpoints
{
    public static IEndpointRouteBuilder MapDiscovery(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet(DashboardUrls.Sitemap, SitemapFile);
        endpoints.MapGet("/robots.txt", Robots);
        endpoints.MapGet(DashboardUrls.Feed, Feed);
        endpoints.MapGet("/indices/{code}/feed.xml", IndexFeed);
        return endpoints;
    }

    private static async Task<FileContentHttpResult> SitemapFile(HttpContext context, PublicReaders readers, Site site, CancellationToken cancellation)
    {
        var definitions = await readers.Definitions.Current(cancellation);
        var history = await readers.AllVersions(definitions, cancellation);
        await readers.SetLifetime(context.Response, cancellation);
        return TypedResults.File(Sitemap.Write(PublicHost.Of(context, site), Sitemap.Pages(definitions, history)), "application/xml; charset=utf-8");
    }

    private static async Task<ContentHttpResult> Robots(HttpContext context, PublicReaders readers, Site site, CancellationToken cancellation)
    {
        await readers.SetLifetime(context.Response, cancellation);
        return TypedResults.Text($"""
            User-agent: *
            Disallow: /console
            Disallow: /login
            Disallow: /search
            Sitemap: {new Uri(PublicHost.Of(context, site), DashboardUrls.Sitemap).AbsoluteUri}

            """);
    }

    private static Task<IResult> Feed(string? lang, HttpContext context, PublicReaders readers, Site site, CancellationToken cancellation) =>
        FeedOf(null, lang, context, readers, site, cancellation);

    private static Task<IResult> IndexFeed(string code, string? lang, HttpContext context, PublicReaders readers, Site site, CancellationToken cancellation) =>
        FeedOf(code, lang, context, readers, site, cancellation);

    private static async Task<IResult> FeedOf(
        string? code, string? lang, HttpContext context, PublicReaders readers, Site site, CancellationToken cancellation)
    {
        var language = Language.Of(lang);
        var definitions = await readers.Definitions.Current(cancellation);
        if (definitions is null || (code is not null && definitions.Versions(code).IsEmpty))
            return PublicEndpoints.Missing(language);
        var releases = new List<ReleaseContent>();
        var versions = code is null ? await readers.AllVersions(definitions, cancellation) : await readers.Releases.History(code, readers.Now, cancellation);
        foreach (var version in versions.OrderByDescending(v => v.ReleaseAt).ThenBy(v => v.Index, StringComparer.Ordinal).ThenByDescending(v => v.Period).Take(AtomFeed.Most))
            if (await readers.Releases.FindVersion(version.Index, version.Period, version.Number, readers.Now, cancellation) is { } content)
                releases.Add(content);
        await readers.SetLifetime(context.Response, cancellation);
        var feed = code is null
            ? new AtomFeed(site.In(language), DashboardUrls.Feed, language, releases)
            : new AtomFeed(definitions.Versions(code)[^1].Name.In(language.IsEnglish), DashboardUrls.IndexFeed(code), language, releases);
        return TypedResults.File(feed.Write(PublicHost.Of(context, site), definitions, site), "application/atom+xml; charset=utf-8");
    }
}
