using System.Collections.Immutable;
using System.ComponentModel;
using System.Text;
using Dashboard.PageModels;
using Dashboard.PageModels.IndexPages;
using Indices.Methodology;
using Indices.Releases;
using Indices.Time;

namespace Dashboard.Api;

/// <summary>The public data interface. Everything comes from the release reader, so nothing unreleased can pass.</summary>
public static class ApiEndpoints
{
    public static IEndpointRouteBuilder MapApi(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet(DashboardUrls.Health, Health).ExcludeFromDescription();
        var api = endpoints.MapGroup(DashboardUrls.Api).AsOpenData().WithTags("Indices");
        api.MapMethods("/indices", PublicEndpoints.Reading, Indices).WithName("listIndices")
            .WithSummary("Indices and their newest values").Produces<IReadOnlyList<IndexEntry>>();
        api.MapMethods("/indices/{code}", PublicEndpoints.Reading, IndexOf).WithName("getIndex")
            .WithSummary("One index: groups, base and methodology versions").Produces<IndexDetail>().ProducesProblem(404);
        api.MapMethods("/indices/{code}/releases", PublicEndpoints.Reading, Releases).WithName("listReleases")
            .WithSummary("Every visible version of every period, newest first").Produces<IReadOnlyList<ReleaseEntry>>().ProducesProblem(400).ProducesProblem(404);
        api.MapMethods("/indices/{code}/observations", PublicEndpoints.Reading, Observations).WithName("getObservations")
            .WithSummary("The series of one release, its history, or what changed since an instant").Produces<IndexSeries>(200, "application/json", "text/csv").ProducesProblem(400).ProducesProblem(404);
        api.MapMethods("/indicators", PublicEndpoints.Reading, Indicators).WithName("listIndicators")
            .WithSummary("Indicators of the methodology versions in force").Produces<IReadOnlyList<IndicatorEntry>>();
        api.MapMethods("/areas", PublicEndpoints.Reading, Areas).WithName("listAreas").WithSummary("Areas, the city first").Produces<IReadOnlyList<AreaEntry>>();
        endpoints.Map("/api/{**rest}", NoAddress).ExcludeFromDescription();
        return endpoints;
    }

    /// <summary>200 when the database answers.</summary>
    private static async Task<IResult> Health(
        IReleaseReader releases, TimeProvider clock, HttpResponse response, ILogger<IndexEntry> log, CancellationToken cancellation)
    {
        response.Headers.CacheControl = "no-store";
        try
        {
            await releases.Edition(clock.GetUtcNow(), cancellation);
            return TypedResults.Text("ok\n");
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            log.LogError(failure, "The database does not answer.");
            return TypedResults.StatusCode(StatusCodes.Status503ServiceUnavailable);
        }
    }

    /// <summary>What is not there is told as every other fault is, and any site may ask in advance whether it may read.</summary>
    private static IResult NoAddress(HttpContext context)
    {
        if (HttpMethods.IsOptions(context.Request.Method))
            return OpenData.Preflight(context.Response);
        OpenData.Allow(context.Response);
        if (PublicEndpoints.Reading.Contains(context.Request.Method))
            return ApiProblem.NoAddress();
        context.Response.Headers.Allow = "GET, HEAD, OPTIONS";
        return ApiProblem.ReadOnly();
    }

    private static async Task<IResult> Indices(HttpContext context, PublicReaders readers, CancellationToken cancellation) =>
        await Entries(context, readers, async current => SeriesMapping.Entries(current, await readers.Releases.Newest(readers.Now, cancellation)), cancellation);

    private static async Task<IResult> Indicators(HttpContext context, PublicReaders readers, CancellationToken cancellation) =>
        await Entries(context, readers, current => Task.FromResult(MetadataMapping.Indicators(current)), cancellation);

    private static async Task<IResult> Areas(HttpContext context, PublicReaders readers, CancellationToken cancellation) =>
        await Entries(context, readers, current => Task.FromResult(MetadataMapping.Areas(current)), cancellation);

    private static async Task<IResult> Entries<T>(
        HttpContext context, PublicReaders readers, Func<Definitions, Task<ImmutableArray<T>>> of, CancellationToken cancellation)
    {
        var entries = await readers.Definitions.Current(cancellation) is { } current ? await of(current) : [];
        return await Answer(context, readers, entries, cancellation);
    }

    private static async Task<IResult> IndexOf(
        [Description("Code of the index, as in /api/v1/indices.")] string code, HttpContext context, PublicReaders readers, CancellationToken cancellation) =>
        await readers.Definitions.Current(cancellation) is { } current && current.Versions(code) is [.., { Release: not null }] versions
            ? await Answer(context, readers, MetadataMapping.Detail(versions), cancellation)
            : ApiProblem.Missing();

    private static async Task<IResult> Releases(
        [Description("Code of the index, as in /api/v1/indices.")] string code,
        [Description("Releases of this period alone: 2024, 2024-Q3 or 2024-09.")] string? period,
        [Description("Releases after this instant alone.")] string? updatedAfter,
        [Description("What was visible at an instant, or at the end of a day.")] string? asOf,
        [Description("From 1 on.")] int? page,
        [Description("1 to 1,000; without it everything is on one page.")] int? pageSize,
        HttpContext context, PublicReaders readers, CancellationToken cancellation)
    {
        if (AsOf.TryParse(asOf, readers.Now) is not { } instant)
            return ApiProblem.Instant("asOf");
        if (AsOf.TryParse(updatedAfter, readers.Now) is not { } since)
            return ApiProblem.Instant("updatedAfter");
        if (period is not null && Period.TryParse(period) is null)
            return ApiProblem.Period("period");
        if (Paging.Of(page, pageSize) is not { } paging)
            return ApiProblem.Paging();
        if (await readers.Definitions.Current(cancellation) is not { } current || current.Versions(code).IsEmpty)
            return ApiProblem.Missing();
        var history = await readers.Releases.History(code, instant.Instant, cancellation);
        var found = history.Where(v => (period is null || v.Period == Period.TryParse(period)) && (!since.IsEarlier || v.ReleasedAt() > since.Instant)).ToImmutableArray();
        paging.Link(context, found.Length);
        return await Answer(context, readers, paging.Of(found).Select(v => MetadataMapping.Release(v, history)).ToImmutableArray(), cancellation);
    }

    private static async Task<IResult> Observations(
        [Description("Code of the index, as in /api/v1/indices.")] string code,
        [AsParameters] ObservationParameters parameters,
        HttpContext context, PublicReaders readers, CancellationToken cancellation)
    {
        if (parameters.Fault(readers.Now) is { } fault)
            return fault;
        var instant = AsOf.TryParse(parameters.AsOf, readers.Now)!.Value.Instant;
        var current = await readers.Definitions.Current(cancellation);
        if (current is null || current.Versions(code).IsEmpty
            || await readers.Releases.Find(code, Period.TryParse(parameters.Period), instant, cancellation) is not { } content)
            return ApiProblem.Missing();
        var series = SeriesMapping.Series(content, IndexPageComposer.Methodology(current, content.Version));
        if (parameters.NeedsSteps)
            series = series with { Observations = ObservationHistory.Of(await readers.Releases.Steps(code, instant, cancellation), parameters, readers.Now) };
        var found = series.Observations.Where(parameters.Includes).ToImmutableArray();
        if (found.Length > ObservationParameters.Most && parameters.PageSize is null)
            return ApiProblem.TooMany(ObservationParameters.Most);
        var paging = Paging.Of(parameters.Page, parameters.PageSize)!.Value;
        paging.Link(context, found.Length);
        series = series with { Observations = [.. paging.Of(found)], Total = found.Length };
        if (parameters.Format != "csv")
            return await Answer(context, readers, series, cancellation);
        await readers.SetLifetime(context.Response, cancellation);
        return PublicCaching.IsKnown(context, ContentTag.Of(series) + "-csv") ? TypedResults.StatusCode(StatusCodes.Status304NotModified) : Csv(series);
    }

    private static async Task<IResult> Answer<T>(HttpContext context, PublicReaders readers, T content, CancellationToken cancellation)
    {
        await readers.SetLifetime(context.Response, cancellation);
        return PublicCaching.IsKnown(context, ContentTag.Of(content)) ? TypedResults.StatusCode(StatusCodes.Status304NotModified) : TypedResults.Ok(content);
    }

    private static Microsoft.AspNetCore.Http.HttpResults.FileContentHttpResult Csv(IndexSeries series) => TypedResults.File(
        Encoding.UTF8.GetBytes(SeriesCsv.Write(series)), "text/csv; charset=utf-8", $"{series.Index}_{series.Period}_v{series.ReleaseVersion}.csv");
}
