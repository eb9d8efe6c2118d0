using Dashboard.Components.Pages.Public.SitePages;
using Dashboard.PageModels.SitePages;
using Indices.Methodology;
using Indices.Releases;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Dashboard;

/// <summary>An index with weights of the reader's own, all of them in the address.</summary>
public static class WeightsEndpoint
{
    private const string Prefix = "w.";

    public static IEndpointRouteBuilder MapOwnWeights(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet("/weights/{code}", Weights);
        return endpoints;
    }

    /// <summary>400 with the form and the reason where the weights cannot be used; 404 for a price index, which has none, and for what is not published.</summary>
    private static async Task<IResult> Weights(
        string code, string? release, string? lang, HttpContext context, PublicReaders readers, CancellationToken cancellation)
    {
        var language = Language.Of(lang);
        var definitions = await readers.Definitions.Current(cancellation);
        if (definitions?.Versions(code) is not { IsEmpty: false } versions || versions[^1].IsPrice
            || await Find(code, release, readers, cancellation) is not { } content)
            return PublicEndpoints.Missing(language);
        await readers.SetLifetime(context.Response, cancellation);
        var groups = IndexNodes(versions);
        var asked = context.Request.Query.Where(p => p.Key.StartsWith(Prefix, StringComparison.Ordinal) && groups.Contains(p.Key[Prefix.Length..]))
            .ToDictionary(p => p.Key[Prefix.Length..], p => p.Value.ToString());
        var page = WeightsPage.Compose(content, definitions, asked, language);
        return new RazorComponentResult<WeightsView>(new { Model = page })
        {
            StatusCode = page.Error is null ? StatusCodes.Status200OK : StatusCodes.Status400BadRequest,
        };
    }

    private static HashSet<string> IndexNodes(IEnumerable<IndexMethodology> versions) =>
        [.. versions.SelectMany(v => v.Root.Children).Select(c => c.Code)];

    private static async Task<ReleaseContent?> Find(string code, string? release, PublicReaders readers, CancellationToken cancellation) =>
        release is null ? await readers.Releases.Find(code, null, readers.Now, cancellation)
        : ReleaseKey.TryParse(release) is { } key ? await readers.Releases.FindVersion(code, key.Period, key.Number, readers.Now, cancellation)
        : null;
}
