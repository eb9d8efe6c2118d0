using System.Collections.Immutable;
using Dashboard.Sdmx.Data;
using Dashboard.Sdmx.Structures;
using Dashboard.Security;

namespace Dashboard.Api;

/// <summary>All indices in one file: every value that every visible release added or changed, with a codebook.</summary>
public static class BulkEndpoints
{
    public static IEndpointRouteBuilder MapBulk(this IEndpointRouteBuilder endpoints)
    {
        var bulk = endpoints.MapGroup(DashboardUrls.Api).AsOpenData().WithRateLimit(RateLimits.Export).WithTags("Bulk");
        bulk.MapMethods("/bulk.zip", PublicEndpoints.Reading, Zip).WithName("downloadZip").WithSummary("Tidy CSV of all indices and a codebook").Produces<byte[]>(200, "application/zip");
        bulk.MapMethods("/bulk.parquet", PublicEndpoints.Reading, Parquet).WithName("downloadParquet").WithSummary("The same table as Parquet").Produces<byte[]>(200, "application/vnd.apache.parquet");
        return endpoints;
    }

    private static Task<IResult> Zip(HttpContext context, PublicReaders readers, CancellationToken cancellation) =>
        Answer(context, readers, "zip", "application/zip", (structure, rows) => Task.FromResult(BulkZip.Write(structure, rows)), cancellation);

    private static Task<IResult> Parquet(HttpContext context, PublicReaders readers, CancellationToken cancellation) =>
        Answer(context, readers, "parquet", "application/vnd.apache.parquet", BulkParquet.Write, cancellation);

    private static async Task<IResult> Answer(
        HttpContext context, PublicReaders readers, string extension, string type,
        Func<DataStructure, ImmutableArray<DataRow>, Task<byte[]>> write, CancellationToken cancellation)
    {
        if (await readers.Definitions.Current(cancellation) is not { } definitions)
            return ApiProblem.Missing();
        ImmutableArray<DataRow> rows = [.. new IndexData(definitions).History(await readers.Releases.Steps(null, readers.Now, cancellation)).SelectMany(set => set.Rows)];
        var bytes = await write(IndexStructures.Of(definitions).Structure, rows);
        await readers.SetLifetime(context.Response, cancellation);
        return PublicCaching.IsKnown(context, ContentTag.OfBytes(bytes))
            ? TypedResults.StatusCode(StatusCodes.Status304NotModified)
            : TypedResults.File(bytes, type, "indices." + extension);
    }
}
