using Dashboard.Api;
using Dashboard.Components.Pages.Public.SitePages;
using Dashboard.PageModels.IndexPages;
using Dashboard.PageModels.SitePages;
using Dashboard.Security;
using Indices.Releases;
using Indices.Time;

namespace Dashboard.Sharing;

/// <summary>What other sites show of ours: the picture of a release and the chart of an index.</summary>
public static class ShareEndpoints
{
    public static IEndpointRouteBuilder MapSharing(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet("/indices/{code}/latest/share.png", NewestPicture);
        endpoints.MapGet("/indices/{code}/{period}/v{number:int}/share.png", PictureOf);
        endpoints.MapGet("/embed/{code}", Embed).WithMetadata(Embeddable.Mark);
        return endpoints;
    }

    private static async Task<IResult> NewestPicture(
        string code, string? lang, HttpContext context, PublicReaders readers, ShareFont font, Site site, CancellationToken cancellation) =>
        await Picture(await readers.Releases.Find(code, null, readers.Now, cancellation), lang, context, readers, font, site, cancellation);

    private static async Task<IResult> PictureOf(
        string code, string period, int number, string? lang, HttpContext context, PublicReaders readers, ShareFont font, Site site, CancellationToken cancellation) =>
        await Picture(
            Period.TryParse(period) is { } asked ? await readers.Releases.FindVersion(code, asked, number, readers.Now, cancellation) : null,
            lang, context, readers, font, site, cancellation);

    private static async Task<IResult> Picture(
        ReleaseContent? content, string? lang, HttpContext context, PublicReaders readers, ShareFont font, Site site, CancellationToken cancellation)
    {
        var language = Language.Of(lang);
        if (content is null || font.Typeface is not { } typeface || await readers.Definitions.Current(cancellation) is not { } definitions)
            return PublicEndpoints.Missing(language);
        await readers.SetLifetime(context.Response, cancellation);
        if (PublicCaching.IsKnown(context, $"{content.Version.Fingerprint}-{content.Version.Number}-{language.Code}"))
            return TypedResults.StatusCode(StatusCodes.Status304NotModified);
        var card = ShareCard.Of(content, IndexPageComposer.Methodology(definitions, content.Version), site, language);
        return TypedResults.Bytes(ShareImage.Draw(card, typeface), "image/png");
    }

    private static async Task<IResult> Embed(string code, string? lang, HttpContext context, PublicReaders readers, Site site, CancellationToken cancellation)
    {
        var language = Language.Of(lang);
        if (await readers.Definitions.Current(cancellation) is not { } definitions
            || await readers.Releases.Find(code, null, readers.Now, cancellation) is not { } content)
            return PublicEndpoints.Missing(language);
        await readers.SetLifetime(context.Response, cancellation);
        return PublicEndpoints.Page<EmbedView>(EmbedPage.Compose(content, IndexPageComposer.Methodology(definitions, content.Version), site, language));
    }
}
