using Dashboard.Api;
using Dashboard.Components.Pages.Public;
using Dashboard.PageModels.IndexPages;
using Dashboard.PageModels.Revisions;
using Indices.Time;

namespace Dashboard;

/// <summary>The page of an index: of its newest period, of a period, and of one version for good.</summary>
public static class IndexPageEndpoints
{
    public static IEndpointRouteBuilder MapIndexPages(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapMethods("/indices/{code}", PublicEndpoints.Reading, Newest);
        endpoints.MapMethods("/indices/{code}/revisions", PublicEndpoints.Reading, Revisions);
        endpoints.MapMethods("/indices/{code}/{period}", PublicEndpoints.Reading, OfPeriod);
        endpoints.MapMethods("/indices/{code}/{period}/v{number:int}", PublicEndpoints.Reading, OfVersion);
        return endpoints;
    }

    /// <summary>A period asked for as a parameter is answered with its address, whether or not there is anything at it.</summary>
    private static async Task<IResult> Newest(
        string code, string? period, string? asOf, string? lang, HttpContext context, PublicReaders readers, Site site, CancellationToken cancellation)
    {
        var language = Language.Of(lang);
        if (period is null)
            return await Show(code, null, null, asOf, language, context, readers, site, cancellation);
        if (Period.TryParse(period) is not { } asked)
            return PublicEndpoints.Missing(language);
        var address = DashboardUrls.Index(Uri.EscapeDataString(code), asked);
        return TypedResults.LocalRedirect(
            DashboardUrls.In(language, asOf is null ? address : DashboardUrls.AsOf(address, asOf)), permanent: true);
    }

    private static Task<IResult> OfPeriod(
        string code, string period, string? asOf, string? lang, HttpContext context, PublicReaders readers, Site site, CancellationToken cancellation) =>
        OfVersion(code, period, null, asOf, lang, context, readers, site, cancellation);

    private static async Task<IResult> OfVersion(
        string code, string period, int? number, string? asOf, string? lang, HttpContext context, PublicReaders readers, Site site, CancellationToken cancellation) =>
        Period.TryParse(period) is { } asked
            ? await Show(code, asked, number, asOf, Language.Of(lang), context, readers, site, cancellation)
            : PublicEndpoints.Missing(Language.Of(lang));

    private static async Task<IResult> Revisions(
        string code, string? asOf, string? lang, HttpContext context, PublicReaders readers, CancellationToken cancellation)
    {
        var language = Language.Of(lang);
        if (await readers.Definitions.Current(cancellation) is not { } definitions || definitions.Versions(code) is not { IsEmpty: false } versions
            || AsOf.TryParse(asOf, readers.Now) is not { } instant)
            return PublicEndpoints.Missing(language);
        var steps = await readers.Releases.Steps(code, instant.Instant, cancellation);
        if (steps.Count == 0)
            return PublicEndpoints.Missing(language);
        await readers.SetLifetime(context.Response, cancellation);
        var history = await readers.Releases.History(code, instant.Instant, cancellation);
        return PublicEndpoints.Page<RevisionsView>(RevisionsPage.Compose(versions[^1], steps, history, definitions.Calendar, language));
    }

    private static async Task<IResult> Show(
        string code, Period? period, int? number, string? asOf, Language language, HttpContext context, PublicReaders readers, Site site, CancellationToken cancellation)
    {
        if (await readers.Definitions.Current(cancellation) is not { } definitions || definitions.Versions(code) is not { IsEmpty: false } versions
            || AsOf.TryParse(asOf, readers.Now) is not { } instant)
            return PublicEndpoints.Missing(language);
        var request = new IndexRequest(period, number, instant.Instant, instant.IsEarlier, language);
        var content = period is { } asked && number is { } version
            ? await readers.Releases.FindVersion(code, asked, version, request.Now, cancellation)
            : await readers.Releases.Find(code, period, request.Now, cancellation);
        if (content is null && (period is not null || request.IsEarlier || versions[^1].Release is null))
            return PublicEndpoints.Missing(language);
        await readers.SetLifetime(context.Response, cancellation);
        if (content is null)
            return PublicEndpoints.Page<EmptyIndexView>(IndexPageComposer.Empty(versions[^1], definitions, request));
        var source = await IndexSource.Read(readers.Releases, content, request.Now, cancellation);
        return PublicEndpoints.Page<IndexPageView>(IndexPageComposer.Compose(source, definitions, request, site));
    }
}
