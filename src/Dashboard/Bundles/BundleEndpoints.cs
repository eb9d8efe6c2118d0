using Dashboard.Api;
using Indices.Methodology;
using Indices.Releases;
using Indices.Releases.Seals;
using Indices.Time;

namespace Dashboard.Bundles;

/// <summary>What proves a release: the bundle, its receipt, and the key of the seals.</summary>
internal static class BundleEndpoints
{
    internal static IEndpointRouteBuilder MapBundles(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet(DashboardUrls.SealKey, (ISealReader seals) => TypedResults.Text(seals.PublicKey, "application/x-pem-file"));
        endpoints.MapGet("/indices/{code}/latest/bundle.zip", (string code, HttpContext context, PublicReaders readers, ISealReader seals, CancellationToken cancellation) =>
            Bundle(code, null, null, context, readers, seals, cancellation));
        endpoints.MapGet("/indices/{code}/latest/receipt.json", (string code, HttpContext context, PublicReaders readers, ISealReader seals, CancellationToken cancellation) =>
            ReceiptOf(code, null, null, context, readers, seals, cancellation));
        endpoints.MapGet("/indices/{code}/{period}/v{number:int}/bundle.zip", Bundle);
        endpoints.MapGet("/indices/{code}/{period}/v{number:int}/receipt.json", ReceiptOf);
        return endpoints;
    }

    private static async Task<IResult> Bundle(
        string code, string? period, int? number, HttpContext context, PublicReaders readers, ISealReader seals, CancellationToken cancellation) =>
        await Find(code, period, number, context, readers, seals, cancellation) is { } release
            && await Methodologies(release, readers.Definitions, cancellation) is { } methodologies
            ? TypedResults.File(
                ReleaseBundle.Write(release, methodologies, seals.PublicKey), "application/zip",
                $"{code}_{release.Content.Version.Period}_v{release.Content.Version.Number}.zip")
            : PublicEndpoints.Missing(Language.Chinese);

    private static async Task<IResult> ReceiptOf(
        string code, string? period, int? number, HttpContext context, PublicReaders readers, ISealReader seals, CancellationToken cancellation) =>
        await Find(code, period, number, context, readers, seals, cancellation) is { } release
            ? TypedResults.Text(release.Receipt, "application/json")
            : PublicEndpoints.Missing(Language.Chinese);

    private static async Task<SealedRelease?> Find(
        string code, string? period, int? number, HttpContext context, PublicReaders readers, ISealReader seals, CancellationToken cancellation)
    {
        if (period is not null && Period.TryParse(period) is null)
            return null;
        var release = await seals.Find(code, Period.TryParse(period), number, readers.Now, cancellation);
        await readers.SetLifetime(context.Response, cancellation);
        return release;
    }

    /// <summary>Null when a file that took part is not kept, which a used version always is.</summary>
    private static async Task<List<DefinitionFile>?> Methodologies(SealedRelease release, IDefinitionReader definitions, CancellationToken cancellation)
    {
        var files = new List<DefinitionFile>();
        foreach (var version in Receipt.Read(release.Receipt).Versions)
            if (await definitions.MethodologyFile(release.Content.Version.Index, version, cancellation) is { } file)
                files.Add(file);
            else
                return null;
        return files;
    }
}
