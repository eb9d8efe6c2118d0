using System.Text;
using Dashboard.PageModels;
using Dashboard.PageModels.IndexPages;
using Indices.Methodology;
using Indices.Releases;
using Indices.Time;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Dashboard.Api;

/// <summary>The public data interface. Everything comes from the release reader, so nothing unreleased can pass.</summary>
public static class ApiEndpoints
{
    public static IEndpointRouteBuilder MapApi(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet(DashboardUrls.Health, Health);
        var api = endpoints.MapGroup(DashboardUrls.Api);
        api.MapGet("/indices", Indices);
        api.MapGet("/indices/{code}/observations", Observations);
        return endpoints;
    }

    /// <summary>200 when the database answers.</summary>
    private static async Task<Results<ContentHttpResult, StatusCodeHttpResult>> Health(
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

    private static async Task<Results<Ok<IReadOnlyList<IndexEntry>>, StatusCodeHttpResult>> Indices(
        HttpContext context, IReleaseReader releases, IDefinitionReader definitions, TimeProvider clock, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        IReadOnlyList<IndexEntry> entries = await definitions.Current(cancellation) is { } current
            ? SeriesMapping.Entries(current, await releases.Newest(now, cancellation))
            : [];
        PublicCaching.KeepUntilNextMinute(context.Response, now, await releases.NextInstant(now, cancellation));
        return PublicCaching.IsKnown(context, ContentTag.Of(entries))
            ? TypedResults.StatusCode(StatusCodes.Status304NotModified)
            : TypedResults.Ok(entries);
    }

    private static async Task<Results<Ok<IndexSeries>, FileContentHttpResult, StatusCodeHttpResult, ProblemHttpResult>> Observations(
        string code, string? format, string? period, string? asOf,
        HttpContext context, IReleaseReader releases, IDefinitionReader definitions, TimeProvider clock, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        if (format is not (null or "json" or "csv"))
            return Invalid("format", "json, csv");
        if (AsOf.TryParse(asOf, now) is not { } instant)
            return Invalid("asOf", "2025-11-24T10:00:00Z, 2025-11-24");
        if (period is not null && Period.TryParse(period) is null)
            return Invalid("period", "2024, 2024-Q3, 2024-09");
        var current = await definitions.Current(cancellation);
        if (current is null || current.Versions(code).IsEmpty || await releases.Find(code, Period.TryParse(period), instant.Instant, cancellation) is not { } content)
            return Missing();
        PublicCaching.KeepUntilNextMinute(context.Response, now, await releases.NextInstant(now, cancellation));
        if (PublicCaching.IsKnown(context, $"{content.Version.Fingerprint}-{content.Version.Number}-{format ?? "json"}"))
            return TypedResults.StatusCode(StatusCodes.Status304NotModified);
        var series = SeriesMapping.Series(content, IndexPageComposer.Methodology(current, content.Version));
        return format == "csv" ? Csv(series) : TypedResults.Ok(series);
    }

    private static FileContentHttpResult Csv(IndexSeries series) => TypedResults.File(
        Encoding.UTF8.GetBytes(SeriesCsv.Write(series)), "text/csv; charset=utf-8", $"{series.Index}_{series.Period}_v{series.ReleaseVersion}.csv");

    private static ProblemHttpResult Invalid(string parameter, string examples) => TypedResults.Problem(
        $"The parameter {parameter} cannot be read. Examples: {examples}.", statusCode: StatusCodes.Status400BadRequest);

    /// <summary>One answer for an index that does not exist, a period that does not, and a release that is not visible yet.</summary>
    private static ProblemHttpResult Missing() => TypedResults.Problem(
        "There is no such index, or nothing is published for this period.", statusCode: StatusCodes.Status404NotFound);
}
