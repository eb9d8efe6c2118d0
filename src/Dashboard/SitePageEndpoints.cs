using Dashboard.Components.Pages.Public.SitePages;
using Dashboard.PageModels.SitePages;
using Indices.Methodology;
using Indices.Releases;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Dashboard;

/// <summary>Public pages beside those of the indices: catalogue of data, indicators, search.</summary>
public static class SitePageEndpoints
{
    public static IEndpointRouteBuilder MapSitePages(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet(DashboardUrls.Indicators, Catalogue);
        endpoints.MapGet("/indicators/{code}", IndicatorOf);
        endpoints.MapGet("/indicators/{code}/data.csv", IndicatorFile);
        endpoints.MapGet(DashboardUrls.Search, Search);
        endpoints.MapGet(DashboardUrls.Compare, Compare);
        return endpoints;
    }

    private static async Task<IResult> Catalogue(
        string? q, string? index, string? source, string? frequency, string? origin, string? lang, HttpContext context, PublicReaders readers, CancellationToken cancellation)
    {
        var definitions = await readers.Definitions.Current(cancellation);
        var newest = await readers.Releases.Newest(readers.Now, cancellation);
        await readers.SetLifetime(context.Response, cancellation);
        var filter = new CatalogueFilter(SearchText.Cut(q), index, source, frequency, origin);
        return PublicEndpoints.Page<CatalogueView>(CataloguePage.Compose(definitions, newest, filter, Language.Of(lang)));
    }

    private static async Task<IResult> IndicatorOf(string code, string? lang, HttpContext context, PublicReaders readers, CancellationToken cancellation)
    {
        var definitions = await readers.Definitions.Current(cancellation);
        if (IndicatorUse.All(definitions).Where(u => u.Indicator.Code == code).ToList() is not { Count: > 0 } uses)
            return PublicEndpoints.Missing(Language.Of(lang));
        var released = await Released(uses, definitions!, readers, cancellation);
        await readers.SetLifetime(context.Response, cancellation);
        return PublicEndpoints.Page<IndicatorView>(
            IndicatorPage.Compose([.. uses], released.ToLookup(r => r.Version.Index), definitions!, Language.Of(lang)));
    }

    private static async Task<IResult> IndicatorFile(string code, HttpContext context, PublicReaders readers, CancellationToken cancellation)
    {
        var definitions = await readers.Definitions.Current(cancellation);
        if (IndicatorUse.All(definitions).Where(u => u.Indicator.Code == code).ToList() is not { Count: > 0 } uses
            || await Released(uses, definitions!, readers, cancellation) is not { Count: > 0 } released)
            return PublicEndpoints.Missing(Language.Chinese);
        await readers.SetLifetime(context.Response, cancellation);
        return TypedResults.File(IndicatorCsv.Write(code, released), "text/csv; charset=utf-8", $"{code}.csv");
    }

    /// <summary>Nothing of an indicator that is withheld.</summary>
    private static async Task<List<ReleasedScore>> Released(
        List<IndicatorUse> uses, Definitions definitions, PublicReaders readers, CancellationToken cancellation)
    {
        var released = new List<ReleasedScore>();
        if (IndicatorUse.IsWithheld(definitions, uses[0].Indicator.Code))
            return released;
        foreach (var use in uses)
            released.AddRange(await readers.Releases.Scores(use.Methodology.Code, use.Indicator.Code, readers.Now, cancellation));
        return released;
    }

    private static async Task<IResult> Search(string? q, string? lang, HttpContext context, PublicReaders readers, CancellationToken cancellation)
    {
        var definitions = await readers.Definitions.Current(cancellation);
        var versions = await readers.AllVersions(definitions, cancellation);
        await readers.SetLifetime(context.Response, cancellation);
        return PublicEndpoints.Page<SearchView>(SearchPage.Compose(definitions, versions, q, Language.Of(lang)));
    }

    /// <summary>First the index is asked for, then two of its versions; a version that is not visible never existed.</summary>
    private static async Task<IResult> Compare(
        string? index, string? a, string? b, string? lang, HttpContext context, PublicReaders readers, CancellationToken cancellation)
    {
        var language = Language.Of(lang);
        var definitions = await readers.Definitions.Current(cancellation);
        await readers.SetLifetime(context.Response, cancellation);
        if (string.IsNullOrEmpty(index))
            return PublicEndpoints.Page<CompareView>(ComparePage.Ask(definitions, language));
        if (definitions is null || definitions.Versions(index) is not { IsEmpty: false } versions || versions[^1].Release is null)
            return PublicEndpoints.Missing(language);
        var history = await readers.Releases.History(index, readers.Now, cancellation);
        if (a is null && b is null)
            return PublicEndpoints.Page<CompareView>(ComparePage.AskVersions(definitions, index, history, language));
        return await Find(a) is { } first && await Find(b) is { } second
            ? PublicEndpoints.Page<CompareView>(ComparePage.Show(definitions, first, second, history, language))
            : PublicEndpoints.Missing(language);

        async Task<ReleaseContent?> Find(string? key) => ReleaseKey.TryParse(key) is { } version
            ? await readers.Releases.FindVersion(index, version.Period, version.Number, readers.Now, cancellation)
            : null;
    }
}
