using System.Collections.Immutable;
using Dashboard.Sdmx.Data;
using Dashboard.Sdmx.Formats;
using Dashboard.Sdmx.Structures;
using Indices.Methodology;

namespace Dashboard.Sdmx;

/// <summary>Which data would match a query.</summary>
internal static class SdmxAvailability
{
    /// <param name="components">Dimensions asked for; empty for all.</param>
    internal static async Task<IResult> Answer(
        HttpContext context, SdmxSource source, IndexStructures structures, Definitions definitions, DataQuery query, ImmutableArray<string> components,
        Format format, CancellationToken cancellation)
    {
        var request = context.Request;
        if (request.Text("mode", "exact") is var mode && mode is not ("exact" or "available"))
            throw SdmxException.Syntax("The parameter mode is exact or available.");
        if (components.Any(c => !structures.Structure.Components.Any(own => own.IsDimension && own.Id == c)))
            throw SdmxException.Syntax("There is no such dimension.");
        var now = source.Readers.Now;
        var rows = query.Run(await source.Sets(definitions, now, request.Instant("updatedAfter", now), false, cancellation)).SelectMany(s => s.Rows).ToArray();
        var constraint = SdmxSource.Constraint(structures.Flow, rows, components, true);
        var found = new StructureQuery([ArtefactKind.Constraint], ArtefactRef.Any, [], request.Text("references", "none"), "full").Run([.. structures.All, constraint]);
        await source.Readers.SetLifetime(context.Response, cancellation);
        return SdmxAnswer.Structures(context, found, await source.Prepared(now, cancellation), structures.Flow.Agency, format);
    }
}
