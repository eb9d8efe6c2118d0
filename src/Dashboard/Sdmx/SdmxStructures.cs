using Dashboard.Sdmx.Formats;
using Dashboard.Sdmx.Structures;

namespace Dashboard.Sdmx;

/// <summary>Queries of structures, of both versions.</summary>
internal static class SdmxStructures
{
    internal static async Task<IResult> Answer(HttpContext context, SdmxSource source, StructureQuery query, Format format, CancellationToken cancellation)
    {
        var (structures, definitions) = await source.Open(cancellation) ?? throw SdmxException.NoResults();
        var now = source.Readers.Now;
        var instant = context.Request.Instant("asOf", now) ?? now;
        var published = (await source.Sets(definitions, instant, null, false, cancellation)).SelectMany(s => s.Rows).ToArray();
        var found = query.Run([.. structures.All, SdmxSource.Constraint(structures.Flow, published, [], false)]);
        await source.Readers.SetLifetime(context.Response, cancellation);
        return SdmxAnswer.Structures(context, found, await source.Prepared(instant, cancellation), structures.Flow.Agency, format);
    }
}
