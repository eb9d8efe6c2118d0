using System.Collections.Immutable;
using System.ComponentModel;
using System.Text;
using Dashboard.Components.Pages.Public;
using Dashboard.PageModels;
using Indices.Methodology;
using Indices.Time;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Dashboard.Api;

/// <summary>The targets as a public page and as data.</summary>
public static class TargetEndpoints
{
    public static IServiceCollection AddTargets(this IServiceCollection services) => services.AddSingleton<TargetReader>();

    public static IEndpointRouteBuilder MapTargets(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet(DashboardUrls.Targets, Page).ExcludeFromDescription();
        endpoints.MapGroup("").AsOpenData().MapMethods(DashboardUrls.TargetsJson, PublicEndpoints.Reading, Data)
            .WithTags("Targets").WithName("listTargets").WithSummary("Policy targets with values, ratings and forecasts")
            .Produces<ImmutableArray<TargetEntry>>(200, "application/json", "text/csv").ProducesProblem(400);
        return endpoints;
    }

    private static async Task<IResult> Page(
        string? lang, string? asOf, HttpContext context, TargetReader targets, IDefinitionReader definitions, TimeProvider clock, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        if (AsOf.TryParse(asOf, now) is not { } instant)
            return PublicEndpoints.Missing(Language.Of(lang));
        var standings = await targets.Read(instant.Instant, cancellation);
        var catalogue = (await definitions.Current(cancellation))?.Catalogue;
        // Figures come in at any time, so nothing keeps the page without asking again.
        context.Response.Headers.CacheControl = "no-cache";
        return new RazorComponentResult<TargetsView>(new
        {
            Model = TargetsModel.Of(standings, catalogue, OfficeClock.DayOf(instant.Instant), Language.Of(lang)),
        });
    }

    private static async Task<Results<Ok<ImmutableArray<TargetEntry>>, FileContentHttpResult, StatusCodeHttpResult, ProblemHttpResult>> Data(
        [Description("json (usual) or csv.")] string? format, [Description("What was known at an instant, or at the end of a day.")] string? asOf,
        HttpContext context, TargetReader targets, TimeProvider clock, CancellationToken cancellation)
    {
        if (format is not (null or "json" or "csv"))
            return ApiProblem.Invalid("format", "json, csv");
        if (AsOf.TryParse(asOf, clock.GetUtcNow()) is not { } instant)
            return ApiProblem.Instant("asOf");
        var entries = await targets.Read(instant.Instant, cancellation) is { } standings ? TargetEntry.All(standings) : [];
        context.Response.Headers.CacheControl = "no-cache";
        if (PublicCaching.IsKnown(context, ContentTag.Of(entries)))
            return TypedResults.StatusCode(StatusCodes.Status304NotModified);
        return format == "csv"
            ? TypedResults.File(Encoding.UTF8.GetBytes(TargetCsv.Write(entries)), "text/csv; charset=utf-8", "targets.csv")
            : TypedResults.Ok(entries);
    }
}
